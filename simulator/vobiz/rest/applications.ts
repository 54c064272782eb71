import { z } from "zod";
import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { newUuid } from "../../world/random";
import { type VobizApplication, vobizMemory } from "../memory/memory";
import { VobizError } from "./errors";
import { readBody, readCount, type VobizCall } from "./vobiz-route";

const settings = z.object({
  app_name: z.string().min(1),
  answer_url: z.url(),
  answer_method: z.string().default("POST"),
  hangup_url: z.url().optional(),
  hangup_method: z.string().default("POST"),
  fallback_answer_url: z.url().or(z.literal("")).optional(),
  fallback_method: z.string().default("POST"),
  message_url: z.string().optional(),
  default_number_app: z.boolean().default(false),
  /** Of this simulator only: whether callbacks are signed. */
  signed_callbacks: z.boolean().default(true),
});

/** POST Application/: a hangup URL that is not given is the answer URL. */
export function createApplication(call: VobizCall): Reply {
  const { world, account, apiId } = call;
  const given = readBody(call, settings);
  const now = world.clock.now();
  const application: VobizApplication = {
    id: newUuid(world.random),
    accountSid: account.sid,
    name: given.app_name,
    answerUrl: given.answer_url,
    answerMethod: given.answer_method,
    hangupUrl: given.hangup_url ?? given.answer_url,
    hangupMethod: given.hangup_method,
    fallbackUrl: given.fallback_answer_url ?? "",
    fallbackMethod: given.fallback_method,
    messageUrl: given.message_url ?? "",
    isDefaultNumberApp: given.default_number_app,
    isSigned: given.signed_callbacks,
    createdAt: now,
    updatedAt: now,
  };
  vobizMemory(world).applications.set(application.id, application);
  world.ledger.write("application.created", {
    carrier: "vobiz",
    sid: application.id,
    answerUrl: given.answer_url,
  });
  return json(201, { api_id: apiId, app_id: application.id, message: "created" });
}

/** GET Application/: `limit` (20, at most 100) and `offset`. */
export function listApplications({ world, account, query, apiId }: VobizCall): Reply {
  const limit = readCount(query, "limit", 20, 100);
  const offset = readCount(query, "offset", 0, 1_000_000);
  const all = [...vobizMemory(world).applications.values()].filter(
    ({ accountSid }) => accountSid === account.sid,
  );
  const objects = all.slice(offset, offset + limit).map(render);
  const meta = { limit, offset, next: null, previous: null, total_count: all.length };
  return json(200, { api_id: apiId, meta, objects });
}

/** GET Application/{id}/ */
export function fetchApplication(call: VobizCall): Reply {
  return json(200, { api_id: call.apiId, ...render(find(call)) });
}

/** POST Application/{id}/: changes what is given. */
export function updateApplication(call: VobizCall): Reply {
  const application = find(call);
  const given = readBody(call, changes);
  application.name = given.app_name ?? application.name;
  application.answerUrl = given.answer_url ?? application.answerUrl;
  application.answerMethod = given.answer_method ?? application.answerMethod;
  application.hangupUrl = given.hangup_url ?? application.hangupUrl;
  application.hangupMethod = given.hangup_method ?? application.hangupMethod;
  application.fallbackUrl = given.fallback_answer_url ?? application.fallbackUrl;
  application.fallbackMethod = given.fallback_method ?? application.fallbackMethod;
  application.messageUrl = given.message_url ?? application.messageUrl;
  application.isSigned = given.signed_callbacks ?? application.isSigned;
  application.updatedAt = call.world.clock.now();
  call.world.ledger.write("application.updated", { carrier: "vobiz", sid: application.id, changes: given });
  return json(200, { api_id: call.apiId, message: "changed" });
}

const changes = z.object({
  app_name: z.string().min(1).optional(),
  answer_url: z.url().optional(),
  answer_method: z.string().optional(),
  hangup_url: z.url().optional(),
  hangup_method: z.string().optional(),
  fallback_answer_url: z.url().or(z.literal("")).optional(),
  fallback_method: z.string().optional(),
  message_url: z.string().optional(),
  signed_callbacks: z.boolean().optional(),
});

/** DELETE Application/{id}/: refused while numbers are attached. */
export function deleteApplication(call: VobizCall): Reply {
  const { id } = find(call);
  const { world } = call;
  const isUsed = [...world.store.numbers.values()].some(
    ({ voiceApplicationSid }) => voiceApplicationSid === id,
  );
  if (isUsed) throw new VobizError(409, "Numbers are attached to this application");
  vobizMemory(world).applications.delete(id);
  world.ledger.write("application.deleted", { carrier: "vobiz", sid: id });
  return nothing();
}

function find({ world, account, params }: VobizCall): VobizApplication {
  const application = vobizMemory(world).applications.get(params.id ?? "");
  if (application?.accountSid !== account.sid) throw new VobizError(404, "There is no such application");
  return application;
}

function render(application: VobizApplication) {
  return {
    app_id: application.id,
    app_name: application.name,
    answer_url: application.answerUrl,
    answer_method: application.answerMethod,
    hangup_url: application.hangupUrl,
    hangup_method: application.hangupMethod,
    fallback_answer_url: application.fallbackUrl,
    fallback_method: application.fallbackMethod,
    message_url: application.messageUrl,
    default_number_app: application.isDefaultNumberApp,
    enabled: true,
    resource_uri: `/v1/Account/${application.accountSid}/Application/${application.id}/`,
  };
}
