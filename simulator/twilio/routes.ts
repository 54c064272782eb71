import type { Exchange, Reply, Route } from "../http/exchange";
import { errorReply, notFound } from "./api/errors";
import { messageRoutes } from "./messages/routes";

/** Every REST path of Twilio that the simulator answers. */
export const twilioRoutes: Route[] = [...messageRoutes];

/** Twilio answers unknown paths of its own API with 20404. */
export function unknownTwilioPath({ path }: Exchange): Reply | null {
  return path.startsWith("/2010-04-01/") ? errorReply(notFound(path)) : null;
}
