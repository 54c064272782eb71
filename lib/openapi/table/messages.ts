import { refusals } from "@/lib/gate/schema";
import { IdParams } from "@/lib/http";
import { ChangeSchedule, SendMessage } from "@/lib/messages/schema";
import { MessageWithHistory, QueuedMessage, ScheduledMessage, UploadedFile } from "../answers/message";
import type { Operation } from "../shape/operation";
import { exampleIds, exampleMessage } from "./examples";

const queued = { id: exampleIds.message, conversationId: exampleIds.conversation, status: "queued" };

export const messages: readonly Operation[] = [
  {
    method: "POST",
    path: "/messages",
    tag: "Messages",
    summary: "Send a text",
    description:
      "Queues a text and answers at once; it leaves within a second or two. Everything passes the send gate first: opt-outs, WhatsApp's 24 hours, allowed countries, daily limits. A refusal says why and what would be possible instead. With an Idempotency-Key you may repeat the request as often as you like: it is one text.",
    can: "messages.send",
    body: SendMessage,
    fields: {
      to: "Whom to text: a number in any spelling, or a WhatsApp address. This or `conversationId`.",
      conversationId: "Answers in this conversation, to its customer.",
      body: "The words, at most 1,600 characters. May be empty with files.",
      channel: "Default: the channel the customer used last.",
      from: "One of your numbers. Default: the one the customer knows.",
      mediaIds: "Files from POST /media, in order.",
      sendAt: "Leaves then instead of now; within a year. Judged once more when the time has come.",
      evenIfQuiet: "Sends although the business's quiet hours are on where this person is.",
    },
    status: 201,
    answer: QueuedMessage,
    isIdempotent: true,
    refusals: [...refusals, "refused"],
    conflict: "the Idempotency-Key came with another request before",
    example: {
      body: { to: "+14155552671", body: "Your order is ready. We are open until six." },
      answer: queued,
    },
  },
  {
    method: "GET",
    path: "/messages/{id}",
    tag: "Messages",
    summary: "Read a message and its states",
    can: "messages.read",
    params: IdParams,
    answer: MessageWithHistory,
    example: {
      params: { id: exampleIds.message },
      answer: {
        ...exampleMessage,
        history: [
          { status: "accepted", errorCode: null, source: "send", at: "2026-11-20T15:04:05.310Z" },
          { status: "sent", errorCode: null, source: "callback", at: "2026-11-20T15:04:06.120Z" },
          { status: "delivered", errorCode: null, source: "callback", at: "2026-11-20T15:04:08.440Z" },
        ],
      },
    },
  },
  {
    method: "PUT",
    path: "/messages/{id}/schedule",
    tag: "Messages",
    summary: "Move or reword a scheduled text",
    can: "messages.send",
    params: IdParams,
    body: ChangeSchedule,
    fields: {
      sendAt: "The new time; left out, it stays.",
      body: "The new words; left out, they stay.",
      evenIfQuiet: "Sends although the business's quiet hours are on where this person is.",
    },
    answer: ScheduledMessage,
    refusals,
    conflict: "the message no longer waits",
    example: {
      params: { id: exampleIds.message },
      body: { sendAt: "2026-11-21T14:00:00.000Z" },
      answer: { id: exampleIds.message, sendAt: "2026-11-21T14:00:00.000Z" },
    },
  },
  {
    method: "DELETE",
    path: "/messages/{id}/schedule",
    tag: "Messages",
    summary: "Take a scheduled text back",
    description: "It stays in the thread as `canceled`.",
    can: "messages.send",
    params: IdParams,
    conflict: "the message no longer waits",
    example: { params: { id: exampleIds.message } },
  },
  {
    method: "POST",
    path: "/messages/{id}/retries",
    tag: "Messages",
    summary: "Send a failed text again",
    description:
      "Sends the words again as a new message, through the gate. For one that says `unknown` you decide that a second copy is better than none.",
    can: "messages.send",
    params: IdParams,
    status: 201,
    answer: QueuedMessage,
    refusals,
    conflict: "the message did not fail, or was sent again already",
    example: { params: { id: exampleIds.message }, answer: queued },
  },
  {
    method: "POST",
    path: "/media",
    tag: "Messages",
    summary: "Upload a file for a text",
    description:
      "The file is the body as it is, its kind the Content-Type, its name the header X-File-Name (percent-encoded). Pictures, audio, video and PDF up to 5 MB. Attach it to one text with `mediaIds`.",
    can: "messages.send",
    takesFile: true,
    status: 201,
    answer: UploadedFile,
    example: { answer: { id: exampleIds.media, contentType: "image/jpeg", bytes: 48213 } },
  },
  {
    method: "GET",
    path: "/media/{id}",
    tag: "Messages",
    summary: "Fetch a file of a message",
    can: "messages.read",
    params: IdParams,
    file: "image/jpeg",
    example: { params: { id: exampleIds.media } },
  },
];
