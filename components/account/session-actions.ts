import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { toast } from "@/components/ui/overlay/toast";

/** Ends this session, or all of the person's sessions, and shows the sign-in page. */
export async function leave(where: "here" | "everywhere" = "here"): Promise<void> {
  const path = where === "here" ? "/api/v1/session" : "/api/v1/me/sessions";
  const answer = await callApi("DELETE", path);
  if (answer.ok || answer.problem.status === 401) location.assign("/sign-in");
  else toast.error(sentenceOf(answer.problem));
}

/** Works in another of the person's businesses. A whole new page: nothing of the former one may stay on screen. */
export async function switchBusiness(tenantId: string): Promise<void> {
  const answer = await callApi("PUT", "/api/v1/session/tenant", { body: { tenantId } });
  if (answer.ok) location.assign("/");
  else toast.error(sentenceOf(answer.problem));
}
