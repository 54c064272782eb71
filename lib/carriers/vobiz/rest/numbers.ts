import { z } from "zod";
import type { ApplicationState } from "../../ports/account";
import type { Connection } from "../../ports/connection";
import type { NumberRouting, Numbers, OwnedNumber, RoutingChange } from "../../ports/numbers";
import type { CarrierOutcome } from "../../ports/outcomes";
import { listApplications } from "./applications";
import { askVobiz, readVobiz, type VobizRequest } from "./client";
import { vobizNumber, withPlus } from "./number-shape";
import { readItems } from "./read-items";
import { searchNumbers } from "./search-numbers";

/** Phone numbers at Vobiz. A number is its own id; its webhooks are those of the application it is attached to. */
export const numbers: Numbers = {
  search: searchNumbers,
  list: (connection) => listNumbers(connection),
  find: async (connection, e164) =>
    (await listNumbers(connection, e164.replace("+", ""))).find((number) => number.e164 === e164) ?? null,
  buy: buyNumber,
  configure: configureNumber,
  release: releaseNumber,
  undoRelease: undoRelease,
};

const pageSize = 100;
const mostPages = 10;

async function listNumbers(connection: Connection, search?: string): Promise<OwnedNumber[]> {
  const found: z.infer<typeof vobizNumber>[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { page, per_page: pageSize, search };
    const items = readItems(
      await readVobiz(connection, { method: "GET", path: "/Account/{id}/numbers", query }),
      vobizNumber,
    );
    found.push(...items);
    if (items.length < pageSize) break;
  }
  const attached = found.some((number) => number.application_id !== "");
  const known = attached ? await listApplications(connection) : [];
  return found.map((number) => toOwned(number, known));
}

function toOwned(number: z.infer<typeof vobizNumber>, known: ApplicationState[]): OwnedNumber {
  const application = known.find((one) => one.id === number.application_id);
  const status = number.status.includes("release") ? "releasing" : number.is_blocked ? "blocked" : "active";
  return {
    sid: number.e164,
    e164: number.e164,
    friendlyName: number.e164,
    capabilities: number.capabilities,
    routing: toRouting(number.application_id, application),
    status,
    ...(number.trunk_group_id === "" ? {} : { overriddenBy: "trunk" as const }),
  };
}

function toRouting(applicationId: string, application: ApplicationState | undefined): NumberRouting {
  return {
    applicationId,
    answerUrl: application?.answerUrl ?? "",
    answerMethod: application?.answerMethod ?? "",
    fallbackUrl: application?.fallbackUrl ?? "",
    statusUrl: application?.statusUrl ?? "",
    statusMethod: application?.statusMethod ?? "",
    textUrl: application?.textUrl ?? "",
    textMethod: "",
    textFallbackUrl: "",
    looksUpNames: false,
  };
}

async function buyNumber(
  connection: Connection,
  input: { e164: string; routing: RoutingChange },
): Promise<CarrierOutcome<{ e164: string }>> {
  const answer = await askVobiz(connection, {
    method: "POST",
    path: "/Account/{id}/numbers/purchase-from-inventory",
    body: { e164: input.e164 },
  });
  if (answer.outcome === "rejected" && answer.code === "http_404") return { ...answer, code: "number_taken" };
  if (answer.outcome !== "answered") return answer;
  // The number is ours and paid for; an attachment that fails is the doctor's to repair.
  if (input.routing.applicationId) await configureNumber(connection, input.e164, input.routing);
  return { outcome: "accepted", sid: input.e164, e164: input.e164 };
}

async function configureNumber(
  connection: Connection,
  sid: string,
  routing: RoutingChange,
): Promise<CarrierOutcome> {
  if (routing.applicationId === undefined) {
    return { outcome: "rejected", code: "needs_application", message: "Webhooks belong to an application" };
  }
  const path = `/Account/{id}/numbers/${inPath(sid)}/application`;
  const request: VobizRequest =
    routing.applicationId === ""
      ? { method: "DELETE", path }
      : { method: "POST", path, body: { application_id: routing.applicationId } };
  const answer = await askVobiz(connection, request);
  return answer.outcome === "answered" ? { outcome: "accepted", sid } : answer;
}

const released = z.object({ cooldown_ends_at: z.coerce.date() });

async function releaseNumber(
  connection: Connection,
  sid: string,
): Promise<CarrierOutcome<{ undoUntil?: Date }>> {
  const answer = await askVobiz(connection, {
    method: "DELETE",
    path: `/Account/{id}/numbers/${inPath(sid)}`,
    query: { immediate: false },
  });
  if (answer.outcome === "rejected" && answer.code === "http_404") return { outcome: "accepted", sid };
  if (answer.outcome !== "answered") return answer;
  const body = released.safeParse(answer.body);
  return { outcome: "accepted", sid, ...(body.success ? { undoUntil: body.data.cooldown_ends_at } : {}) };
}

// This path is one of the few in lower case.
async function undoRelease(connection: Connection, sid: string): Promise<CarrierOutcome> {
  const path = `/account/{id}/numbers/${inPath(sid)}/cancel-release`;
  const answer = await askVobiz(connection, { method: "POST", path });
  return answer.outcome === "answered" ? { outcome: "accepted", sid } : answer;
}

function inPath(e164: string): string {
  return encodeURIComponent(withPlus(e164));
}
