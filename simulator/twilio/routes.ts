import type { Exchange, Reply, Route } from "../http/exchange";
import { accountRoutes } from "./account/routes";
import { errorReply, notFound } from "./api/errors";
import { callRoutes } from "./calls/routes";
import { messageRoutes } from "./messages/routes";
import { numberRoutes } from "./numbers/routes";
import { serviceRoutes } from "./sender-pools/routes";

/** Every REST path of Twilio that the simulator answers. */
export const twilioRoutes: Route[] = [
  ...accountRoutes,
  ...numberRoutes,
  ...messageRoutes,
  ...serviceRoutes,
  ...callRoutes,
];

/** Twilio answers unknown paths of its own API with 20404. */
export function unknownTwilioPath({ path }: Exchange): Reply | null {
  return path.startsWith("/2010-04-01/") ? errorReply(notFound(path)) : null;
}
