import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/http";

/** A mail as plain text. */
export type Mail = { to: string; subject: string; text: string };

/** Hands a mail over for delivery; throws when it could not be. */
type Deliver = (mail: Mail) => Promise<unknown>;

const mostKept = 50;
const patienceMs = 10_000;
const home = globalThis as typeof globalThis & { trunklineMails?: Mail[] };
home.trunklineMails ??= [];
const kept = home.trunklineMails;

/** Delivers over an SMTP server, as `from`; each step of the conversation may take ten seconds. */
export function smtpDelivery({ url, from }: { url: string; from: string }): Deliver {
  const patience = {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  };
  const transport = createTransport({ url, ...patience }, { from });
  return (mail) => transport.sendMail(mail);
}

const deliver: Deliver | null = env.mail ? smtpDelivery(env.mail) : null;

/**
 * Sends a mail. Call it after the commit: a mail cannot be rolled back.
 *
 * Without a mail server (SMTP_URL) the last mails are kept in memory. Their text stays out of the log, because the links
 * in it open doors.
 * @returns whether a mail server took it; one that did not is logged, and people get the link on the screen
 */
export async function sendMail(mail: Mail, by: Deliver | null = deliver): Promise<boolean> {
  if (!by) {
    kept.push(mail);
    kept.splice(0, kept.length - mostKept);
    log.info({ subject: mail.subject }, "no mail server is set up: the mail was kept");
    return false;
  }
  try {
    await by(mail);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ subject: mail.subject, reason }, "the mail server did not take a mail");
    return false;
  }
}

/** The mails that were kept instead of sent, oldest first. */
export function keptMails(): readonly Mail[] {
  return kept;
}
