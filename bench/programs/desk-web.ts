import { createServer } from "node:http";
import { installDatabase } from "@/lib/db";
import { installSubscribers } from "@/lib/events";
import { enqueue, installJobs } from "@/lib/jobs";
import { systemClock } from "@/lib/kernel/clock";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { receiveText } from "@/lib/messages";
import { inboundText } from "@/lib/messages/testing";
import { announceReady } from "./announce-ready";
import { effectJob } from "./effect-job";

/** A web process that takes texts in: `POST /DESK/SID/FROM`. Every message received has one effect, done by a job. A desk is "tenant number". */
const [appUrl = "", platformUrl = "", ...desks] = process.argv.slice(2);
installDatabase({ appUrl, platformUrl, poolSize: 8 }); // all six processes fit into one server
installJobs([effectJob]);
installSubscribers([
  {
    to: ["message.received"],
    tell: (sql, ctx, { subject }) =>
      enqueue(sql, {
        tenantId: ctx.tenantId,
        kind: effectJob.kind,
        payload: { messageId: subject.messageId },
      }),
  },
]);
const server = createServer(async (request, response) => {
  const [, desk, sid = "", from = ""] = request.url?.split("/") ?? [];
  const [tenant = "", number = ""] = desks[Number(desk)]?.split(" ") ?? [];
  const ctx = {
    ...{ tenantId: unsafeTenantId(tenant), clock: systemClock, requestId: "bench" },
    actor: { kind: "carrier", carrier: "twilio" } as const,
  };
  const { outcome } = await receiveText(
    ctx,
    inboundText(number, { sid, from: `+${from}`, fromPhone: `+${from}` }),
  );
  response.end(outcome);
});
announceReady(server);
