import { recordPlatform } from "@/lib/audit";
import { allCarriers, type CarrierName, carrier } from "@/lib/carriers";
import { lastFour } from "@/lib/crypto";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { forgetPlatformAccounts, type PlatformAccount, readPlatformAccount } from "./platform-account";
import { platformConnection } from "./platform-connection";
import { partReplaced, replacing } from "./replaced-secrets";
import type { PlatformAccountInput, PlatformAccountView } from "./schema";
import { hintsOf, sealFields } from "./seal-fields";
import { knownFields, requireCarrier, tellCheck, type Verification } from "./verify-credentials";

const why = "the platform's accounts belong to no tenant";

/** The platform's account with every carrier, and where it comes from; never a secret. */
export function listPlatformAccounts(_person: Person): Promise<PlatformAccountView[]> {
  return unsafePlatformSql(why, (sql) =>
    Promise.all(
      allCarriers().map(async ({ description: { name } }) =>
        toView(name, await readPlatformAccount(sql, name)),
      ),
    ),
  );
}

function toView(name: CarrierName, entered: PlatformAccount | null): PlatformAccountView {
  const { label, credentialFields } = carrier(name).description;
  const settings = env.carriers[name];
  const account = settings?.account ?? null;
  const isSimulator = account !== null && account === settings?.simulatorAccount;
  const given = Object.fromEntries(
    Object.entries(account ?? {}).map(([field, text]) => [field, lastFour(text)]),
  );
  return {
    ...{ carrier: name, carrierLabel: label },
    source: entered ? "settings" : account === null ? "none" : isSimulator ? "simulator" : "environment",
    accountId: entered?.accountId ?? account?.accountSid ?? account?.authId ?? "",
    hints: entered?.hints ?? given,
    fields: credentialFields.map(({ name: field, label: words, secret, required }) => ({
      ...{ name: field, label: words, secret, required },
    })),
    fromNumber: entered ? (entered.settings.fromNumber ?? null) : (settings?.fromNumber ?? null),
    pool: entered ? (entered.settings.pool ?? null) : (settings?.textingPool ?? null),
    verifiedAt: entered?.verifiedAt ?? null,
    problem: entered?.settings.problem ?? null,
    overlapUntil: entered?.settings.previousUntil ?? null,
  };
}

/** Enters or changes the platform's account after a live check. A replaced token verifies webhooks for some hours more. */
export async function savePlatformAccount(
  person: Person,
  name: string,
  input: PlatformAccountInput,
): Promise<void> {
  const known = requireCarrier(name);
  const before = await unsafePlatformSql(why, (sql) => readPlatformAccount(sql, known));
  const given = knownFields(known, input.credentials);
  const fields = { ...before?.fields, ...given };
  const check = await verify(known, fields);
  if (!check.ok)
    throw new AppError(check.reason === "format" ? "invalid_input" : "refused", check.sentence, {
      details: { errors: check.field ? [{ field: check.field, message: check.sentence }] : [] },
    });
  await unsafePlatformSql(why, (sql) =>
    write(sql, person, known, { ...input, fields, accountId: check.accountId }),
  );
  forgetPlatformAccounts();
}

function verify(name: CarrierName, credentials: Record<string, string>): Promise<Verification> {
  const apiBaseUrl = env.carriers[name]?.apiBaseUrl;
  const connection = { credentials, ...(apiBaseUrl ? { apiBaseUrl } : {}) };
  return carrier(name)
    .account.verify(connection)
    .then((check) => tellCheck(name, check));
}

type Entered = PlatformAccountInput & { fields: Record<string, string>; accountId: string };

async function write(sql: Sql, person: Person, name: CarrierName, entered: Entered): Promise<void> {
  await sql.rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`platform account ${name}`]);
  const before = await readPlatformAccount(sql, name);
  const isSameAccount = before?.accountId === entered.accountId;
  const replaced = isSameAccount
    ? replacing(before.fields, entered.fields)
    : { next: entered.fields, isChanged: true };
  const id = before?.id ?? newId();
  const now = person.clock.now();
  const until = new Date(now.getTime() + entered.overlapHours * 3_600_000).toISOString();
  const settings = {
    ...before?.settings,
    ...(replaced.isChanged ? { previousUntil: isSameAccount ? until : undefined } : {}),
    fromNumber: (entered.fromNumber ?? before?.settings.fromNumber) || undefined,
    pool: (entered.pool ?? before?.settings.pool) || undefined,
    problem: undefined,
  };
  await sql.run(
    `INSERT INTO platform_connections (id, carrier, label, account_id, sealed, hints, settings, status, verified_at, created_at)
     VALUES ($1::uuid, $2, $3, $4, $5::jsonb, $6::jsonb, $7::jsonb, 'active', $8::timestamptz, $8::timestamptz)
     ON CONFLICT (carrier) DO UPDATE SET account_id = excluded.account_id, sealed = excluded.sealed, hints = excluded.hints,
       settings = excluded.settings, status = 'active', verified_at = excluded.verified_at`,
    [
      ...[id, name, carrier(name).description.label, entered.accountId],
      JSON.stringify(sealFields({ tenantId: null, id }, replaced.next)),
      JSON.stringify(hintsOf(name, partReplaced(replaced.next).inForce)),
      ...[JSON.stringify(settings), now],
    ],
  );
  await recordPlatform(sql, person, {
    ...{ action: "platform_account.saved", subject: { kind: "platform_account", id: name } },
    detail: { fields: Object.keys(entered.credentials), isNewAccount: !isSameAccount },
  });
}

/** Takes the entered account away; the settings' one counts again, if there is one. `not_found` when none was entered. */
export async function removePlatformAccount(person: Person, name: string): Promise<void> {
  const known = requireCarrier(name);
  await unsafePlatformSql(why, async (sql) => {
    const removed = await sql.run("DELETE FROM platform_connections WHERE carrier = $1", [known]);
    if (removed === 0) throw new AppError("not_found", "No account was entered here for this carrier.");
    const record = { action: "platform_account.removed", subject: { kind: "platform_account", id: known } };
    await recordPlatform(sql, person, record);
  });
  forgetPlatformAccounts();
}

/** Asks the carrier whether the platform's account still works; what it says stands with an entered one. */
export async function testPlatformAccount(person: Person, name: string): Promise<Verification> {
  const known = requireCarrier(name);
  const opened = await platformConnection(known, { isDemo: false });
  if (!opened) throw new AppError("not_found", "The platform has no account with this carrier.");
  const check = tellCheck(known, await carrier(known).account.verify(opened.connection));
  await unsafePlatformSql(why, async (sql) => {
    if (check.ok || check.reason !== "unreachable")
      await sql.run(
        `UPDATE platform_connections SET status = $2, settings = (settings - 'problem') || $3::jsonb,
            verified_at = CASE WHEN $2 = 'active' THEN $4::timestamptz ELSE verified_at END WHERE carrier = $1`,
        [
          ...[known, check.ok ? "active" : "broken"],
          ...[JSON.stringify(check.ok ? {} : { problem: check.sentence }), person.clock.now()],
        ],
      );
    await recordPlatform(sql, person, {
      ...{ action: "platform_account.tested", subject: { kind: "platform_account", id: known } },
      detail: { works: check.ok },
    });
  });
  forgetPlatformAccounts();
  return check;
}
