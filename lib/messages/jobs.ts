import { z } from "zod";
import { job } from "@/lib/jobs";
import { deliverMessage } from "./deliver-message";
import { fetchMedia, giveUpMedia } from "./fetch-media";
import { fetchMessagePrice } from "./fetch-price";
import { reconcileMessage } from "./reconcile-message";
import { releaseMessage } from "./release-message";

/** Sends queued texts, settles doubtful ones, fetches inbound media. */
export const messageJobs = [
  job({
    kind: "messages.deliver",
    payload: z.object({ messageId: z.uuid() }),
    work: (ctx, payload) => deliverMessage(ctx, payload),
  }),
  job({
    kind: "messages.release",
    payload: z.object({ messageId: z.uuid() }),
    work: (ctx, payload) => releaseMessage(ctx, payload),
  }),
  job({
    kind: "messages.reconcile",
    payload: z.object({ messageId: z.uuid(), attempt: z.int() }),
    work: (ctx, payload) => reconcileMessage(ctx, payload),
  }),
  job({
    kind: "messages.fetch_price",
    payload: z.object({ messageId: z.uuid(), attempt: z.int() }),
    maxAttempts: 3,
    work: (ctx, payload) => fetchMessagePrice(ctx, payload),
  }),
  job({
    kind: "messages.fetch_media",
    payload: z.object({ mediaId: z.uuid() }),
    maxAttempts: 6,
    work: (ctx, payload) => fetchMedia(ctx, payload),
  }),
  job({
    kind: "messages.give_up_media",
    payload: z.object({ mediaId: z.uuid() }),
    work: (ctx, payload) => giveUpMedia(ctx, payload),
  }),
];
