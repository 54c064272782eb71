import { IdParams } from "@/lib/http";
import { NewQueue, QueueChange, QueueChoice, QueueMove } from "@/lib/queues/schema";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";
import { screen } from "./screen";

const params = { id: exampleIds.conversation };
const example = { name: "Front desk", settings: NewQueue.parse({ name: "Front desk" }).settings };
const music = {
  takesFile: true,
  description: "The raw file as the body, 6 MB at most; its name in X-File-Name.",
};

/** Callers who wait for people. */
export const queues: readonly Operation[] = [
  screen("GET", "/queues", "settings.read", "List the queues"),
  screen("POST", "/queues", "flows.manage", "Make a queue", { body: NewQueue, example: { body: example } }),
  screen("GET", "/queues/board", "calls.read", "See who waits and who is where"),
  screen("GET", "/queues/{id}", "settings.read", "Read a queue"),
  screen("PUT", "/queues/{id}", "flows.manage", "Change a queue", {
    ...{ params: IdParams, body: QueueChange, example: { params, body: example } },
  }),
  screen("DELETE", "/queues/{id}", "flows.manage", "Remove a queue that nothing leads to"),
  screen("PUT", "/queues/{id}/music", "flows.manage", "Let callers hear a file of one's own", music),
  screen("DELETE", "/queues/{id}/music", "flows.manage", "Go back to the built-in music"),
  screen("POST", "/queues/{id}/next", "softphone.use", "Take the next caller of a queue"),
  screen("POST", "/queues/waits/{id}/taking", "softphone.use", "Take a caller of choice out of the queue"),
  screen("PUT", "/queues/waits/{id}/place", "flows.manage", "Send a waiting caller elsewhere", {
    ...{ body: QueueMove, example: { params, body: { to: "voicemail" } } },
  }),
  {
    ...{ method: "PUT", path: "/calls/{id}/queue", tag: "Calls", summary: "Send a running call to a queue" },
    ...{ can: "calls.manage", params: IdParams, body: QueueChoice },
    fields: { brief: "What whoever takes the call should know." },
    conflict: "The call is over.",
    example: { params: { id: exampleIds.call }, body: { queueId: exampleIds.conversation } },
  },
];
