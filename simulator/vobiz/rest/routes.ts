import type { Exchange, Reply, Route } from "../../http/exchange";
import { fetchBalance, fetchCdr, fetchConcurrency, listCdrs } from "./account";
import {
  createApplication,
  deleteApplication,
  fetchApplication,
  listApplications,
  updateApplication,
} from "./applications";
import { startCallRecording, stopCallRecording } from "./call-recordings";
import { fetchCall, hangUpCall, listCalls, makeCall, transferCall } from "./calls";
import { errorReply, VobizError } from "./errors";
import {
  attachApplication,
  buyNumber,
  cancelRelease,
  detachApplication,
  listNumbers,
  releaseNumber,
  searchInventory,
} from "./numbers";
import { deleteRecording, downloadMp3, downloadWave, fetchRecording, listRecordings } from "./recordings";
import { bareVobizRoute, vobizRoute } from "./vobiz-route";

const base = "/Account/{authId}";

/** Every REST path of Vobiz that the simulator answers, spelled as Vobiz spells it. */
export const vobizRoutes: Route[] = [
  vobizRoute("GET", `${base}/inventory/numbers`, "status", searchInventory),
  vobizRoute("POST", `${base}/numbers/purchase-from-inventory`, "status", buyNumber),
  vobizRoute("GET", `${base}/numbers`, "status", listNumbers),
  vobizRoute("POST", `${base}/numbers/{number}/application`, "status", attachApplication),
  vobizRoute("DELETE", `${base}/numbers/{number}/application`, "status", detachApplication),
  vobizRoute("DELETE", `${base}/numbers/{number}`, "status", releaseNumber),
  vobizRoute("POST", "/account/{authId}/numbers/{number}/cancel-release", "status", cancelRelease),
  vobizRoute("POST", `${base}/Application/`, "named", createApplication),
  vobizRoute("GET", `${base}/Application/`, "named", listApplications),
  vobizRoute("GET", `${base}/Application/{id}/`, "named", fetchApplication),
  vobizRoute("POST", `${base}/Application/{id}/`, "named", updateApplication),
  vobizRoute("DELETE", `${base}/Application/{id}/`, "named", deleteApplication),
  vobizRoute("POST", `${base}/Call/`, "plain", makeCall),
  vobizRoute("GET", `${base}/Call`, "plain", listCalls),
  vobizRoute("GET", `${base}/Call/`, "plain", listCalls),
  vobizRoute("GET", `${base}/Call/{uuid}`, "plain", fetchCall),
  vobizRoute("DELETE", `${base}/Call/{uuid}`, "plain", hangUpCall),
  vobizRoute("POST", `${base}/Call/{uuid}/`, "plain", transferCall),
  vobizRoute("POST", `${base}/Call/{uuid}/Record/`, "plain", startCallRecording),
  vobizRoute("DELETE", `${base}/Call/{uuid}/Record/`, "plain", stopCallRecording),
  vobizRoute("GET", `${base}/Recording/`, "plain", listRecordings),
  vobizRoute("GET", `${base}/Recording/{id}/`, "plain", fetchRecording),
  vobizRoute("DELETE", `${base}/Recording/{id}/`, "plain", deleteRecording),
  ...["", "/api"].flatMap((prefix) => [
    bareVobizRoute("GET", `${prefix}/v1/Account/{authId}/Recording/{id}.wav`, "plain", downloadWave),
    bareVobizRoute("GET", `${prefix}/v1/Account/{authId}/Recording/{id}.mp3`, "plain", downloadMp3),
  ]),
  vobizRoute("GET", `${base}/balance/{currency}`, "status", fetchBalance),
  vobizRoute("GET", `${base}/concurrency`, "status", fetchConcurrency),
  vobizRoute("GET", `${base}/cdr`, "status", listCdrs),
  vobizRoute("GET", `${base}/cdr/recent`, "status", listCdrs),
  vobizRoute("GET", `${base}/cdr/search`, "status", listCdrs),
  vobizRoute("GET", `${base}/cdr/{uuid}`, "status", fetchCdr),
];

/** A wrong spelling is a plain 404 at Vobiz. */
export function unknownVobizPath({ path }: Exchange): Reply | null {
  return path.startsWith("/api/v1/") ? errorReply(new VobizError(404, "404 page not found"), "plain") : null;
}
