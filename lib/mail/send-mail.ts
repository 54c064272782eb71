import { log } from "@/lib/http";

/** A mail as plain text. */
export type Mail = { to: string; subject: string; text: string };

/** How mail leaves the program. */
export type MailTransport = {
  /** Hands a mail over for delivery; throws when it could not be. */
  deliver(mail: Mail): Promise<void>;
};

const mostKept = 50;
const home = globalThis as typeof globalThis & { trunklineMails?: Mail[] };
home.trunklineMails ??= [];
const kept = home.trunklineMails;

/**
 * The transport of an install without a mail server: keeps the last mails in memory and says so in the log. Their text
 * stays out of the log, because the links in it open doors.
 */
const keepingTransport: MailTransport = {
  async deliver(mail) {
    kept.push(mail);
    kept.splice(0, kept.length - mostKept);
    log.info(
      { subject: mail.subject },
      "no mail server is set up: the mail was kept, its link stands in the settings",
    );
  },
};

/** Sends a mail. Call it after the commit: a mail cannot be rolled back. */
export function sendMail(mail: Mail): Promise<void> {
  return keepingTransport.deliver(mail);
}

/** The mails that were kept instead of sent, oldest first. */
export function keptMails(): readonly Mail[] {
  return kept;
}
