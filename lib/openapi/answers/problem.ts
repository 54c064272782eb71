import { z } from "zod";
import { moment } from "./fields";

const Instead = z
  .strictObject({
    kind: z.enum([
      ...["send_later", "use_channel", "use_template", "call", "ask_to_text_start", "allow_country"],
      ...["raise_cap", "correct_number"],
    ] as const),
    at: moment.optional(),
    channel: z.enum(["sms", "whatsapp"]).optional(),
    country: z.string().optional(),
  })
  .meta({ id: "Instead", description: "Something that would work in place of what was refused." });

/** Every error of the API (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string().describe("The status in words."),
    status: z.int(),
    code: z.string().describe("What went wrong, for programs."),
    detail: z.string().describe("What went wrong, for people."),
    requestId: z.string().describe("Names this request in the log; also in the header X-Request-Id."),
    errors: z
      .array(z.object({ in: z.string(), field: z.string(), message: z.string() }))
      .optional()
      .describe("With 400: each field that does not fit."),
    instead: z.array(Instead).optional().describe("With 422: what would be possible."),
    retryAfterSeconds: z.int().optional().describe("With 429: how long to wait."),
  })
  .meta({ id: "Problem", description: "What went wrong, as application/problem+json (RFC 9457)." });
