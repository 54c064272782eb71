import { beforeAll, expect, it } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { getMessage, listRows } from "@/lib/inbox";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { recordStatus } from "./record-status";
import { retryMessage } from "./retry-message";
import type { MessageStatus } from "./rules";
import { sendMessage } from "./send-message";
import { seedNumber } from "./testing";
import { uploadMedia } from "./upload-media";

let tenant: SeededTenant;
let other: SeededTenant;
const to = "+14155552671";

beforeAll(async () => {
  await testDatabase();
  installWiring();
  [tenant, other] = await Promise.all([seedTenant(), seedTenant()]);
  await seedNumber(tenant);
});

const report = (messageId: string, status: MessageStatus, errorCode?: string) =>
  withTenantSql(tenant.ctx, (sql) =>
    recordStatus(sql, tenant.ctx, {
      messageId,
      status,
      source: "callback",
      ...(errorCode ? { errorCode } : {}),
    }),
  );

async function send(body: string, mediaIds: string[] = []) {
  const sent = await sendMessage(tenant.ctx, { to, body, mediaIds });
  if (!sent.ok) throw new Error(sent.reason);
  return sent;
}

const isMarked = async (id: string) =>
  (await listRows(tenant.ctx, { ids: [id] })).data.some((row) => row.hasFailed);

it("sends the files of the failed message again too", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.7 price list");
  const file = await uploadMedia(tenant.ctx, {
    bytes,
    contentType: "application/pdf",
    fileName: "prices.pdf",
  });
  const failed = await send("", [file.id]);
  await report(failed.id, "failed", "30005");
  const again = await retryMessage(tenant.ctx, { id: failed.id });
  const copy = await getMessage(tenant.ctx, again.ok ? again.id : "");
  expect(copy.media).toMatchObject([
    { contentType: "application/pdf", fileName: "prices.pdf", state: "stored" },
  ]);
  expect((await getMessage(tenant.ctx, failed.id)).repeatedAs).toBe(copy.id);
});

it("takes the mark of failure away once everything was sent again, or a later text arrived", async () => {
  const { id, conversationId } = await send("First");
  await report(id, "undelivered", "30003");
  expect(await isMarked(conversationId)).toBe(true);
  const again = await retryMessage(tenant.ctx, { id });
  expect(await isMarked(conversationId)).toBe(false);
  if (again.ok) await report(again.id, "undelivered", "30003");
  expect(await isMarked(conversationId)).toBe(true);
  const later = await send("Second");
  await report(later.id, "delivered");
  expect(await isMarked(conversationId)).toBe(false);
});

it("can be tried again after a failure of our own, and never by another tenant", async () => {
  const { id } = await send("Third");
  await report(id, "failed", "30003");
  await expect(retryMessage(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  await withTenantSql(tenant.ctx, (sql) =>
    sql.run("UPDATE numbers SET status = 'released' WHERE tenant_id = $1::uuid", [tenant.ctx.tenantId]),
  );
  await retryMessage(tenant.ctx, { id }).catch(() => undefined);
  await withTenantSql(tenant.ctx, (sql) =>
    sql.run("UPDATE numbers SET status = 'active' WHERE tenant_id = $1::uuid", [tenant.ctx.tenantId]),
  );
  expect(await retryMessage(tenant.ctx, { id })).toMatchObject({ ok: true });
});
