import type { Route } from "../../http/exchange";
import { json } from "../../http/reply";
import { twilioRoute } from "../api/twilio-route";
import { changeMessage, deleteMessage, giveFeedback } from "./change-message";
import { createMessage } from "./create-message";
import { findMessage } from "./find-message";
import { listMessages } from "./list-messages";
import { deleteMedia, downloadMedia, fetchMedia, listMedia, readStorage } from "./media";
import { renderMessage } from "./render-message";

/** Twilio's messages and their media. */
export const messageRoutes: Route[] = [
  twilioRoute("POST", "/Messages.json", createMessage),
  twilioRoute("GET", "/Messages.json", listMessages),
  twilioRoute("GET", "/Messages/{sid}.json", (call) => json(200, renderMessage(findMessage(call)))),
  twilioRoute("POST", "/Messages/{sid}.json", changeMessage),
  twilioRoute("DELETE", "/Messages/{sid}.json", deleteMessage),
  twilioRoute("POST", "/Messages/{sid}/Feedback.json", giveFeedback),
  twilioRoute("GET", "/Messages/{sid}/Media.json", listMedia),
  twilioRoute("GET", "/Messages/{sid}/Media/{mediaSid}.json", fetchMedia),
  twilioRoute("GET", "/Messages/{sid}/Media/{mediaSid}", downloadMedia),
  twilioRoute("DELETE", "/Messages/{sid}/Media/{mediaSid}.json", deleteMedia),
  { method: "GET", path: "/storage/{name}", answer: readStorage },
];
