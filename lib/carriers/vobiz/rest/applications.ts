import { z } from "zod";
import type { ApplicationInput, ApplicationState, Applications } from "../../ports/account";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import { askVobiz, readVobiz } from "./client";
import { readItems } from "./read-items";

/** Vobiz Applications: the webhooks of the numbers attached to them. */
export const applications: Applications = {
  create: createApplication,
  update: updateApplication,
  fetch: fetchApplication,
  list: async (connection, name) => (await listApplications(connection)).filter((one) => one.name === name),
  remove: removeApplication,
};

const created = z.object({ app_id: z.coerce.string().min(1) });

async function createApplication(connection: Connection, input: ApplicationInput): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, {
    method: "POST",
    path: "/Account/{id}/Application/",
    body: toBody(input),
  });
  if (answer.outcome !== "answered") return answer;
  const body = created.safeParse(answer.body);
  return body.success
    ? { outcome: "accepted", sid: body.data.app_id }
    : { outcome: "unknown", why: "answer without an id" };
}

async function updateApplication(
  connection: Connection,
  id: string,
  input: ApplicationInput,
): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, { method: "POST", path: pathOf(id), body: toBody(input) });
  return answer.outcome === "answered" ? { outcome: "accepted", sid: id } : answer;
}

async function fetchApplication(connection: Connection, id: string): Promise<ApplicationState | null> {
  const body = application.safeParse(await readVobiz(connection, { method: "GET", path: pathOf(id) }));
  return body.success ? toState(body.data) : null;
}

/** All applications of the account (bounded at 500). */
export async function listApplications(connection: Connection): Promise<ApplicationState[]> {
  const found: ApplicationState[] = [];
  for (let offset = 0; offset < 500; offset += 100) {
    const body = await readVobiz(connection, {
      method: "GET",
      path: "/Account/{id}/Application/",
      query: { limit: 100, offset },
    });
    const page = readItems(body, application);
    found.push(...page.map(toState));
    if (page.length < 100) break;
  }
  return found;
}

async function removeApplication(connection: Connection, id: string): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, { method: "DELETE", path: pathOf(id) });
  const isGone =
    answer.outcome === "answered" || (answer.outcome === "rejected" && answer.code === "http_404");
  return isGone ? { outcome: "accepted", sid: id } : answer;
}

function pathOf(id: string): string {
  return `/Account/{id}/Application/${encodeURIComponent(id)}/`;
}

// Without a hang-up URL Vobiz would send hang-ups to the answer URL; it is always given.
function toBody(input: ApplicationInput) {
  return {
    app_name: input.name,
    answer_url: input.answerUrl,
    answer_method: "POST",
    hangup_url: input.statusUrl,
    hangup_method: "POST",
    ...(input.fallbackUrl ? { fallback_answer_url: input.fallbackUrl, fallback_method: "POST" } : {}),
  };
}

const application = z.object({
  app_id: z.coerce.string(),
  app_name: z.string().catch(""),
  answer_url: z.string().catch(""),
  answer_method: z.string().catch(""),
  hangup_url: z.string().catch(""),
  hangup_method: z.string().catch(""),
  fallback_answer_url: z.string().catch(""),
  message_url: z.string().catch(""),
});

function toState(body: z.infer<typeof application>): ApplicationState {
  return {
    id: body.app_id,
    name: body.app_name,
    answerUrl: body.answer_url,
    fallbackUrl: body.fallback_answer_url,
    statusUrl: body.hangup_url,
    textUrl: body.message_url,
    answerMethod: body.answer_method.toUpperCase(),
    statusMethod: body.hangup_method.toUpperCase(),
  };
}
