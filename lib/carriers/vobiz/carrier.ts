import type { Carrier } from "../ports/carrier";
import { description } from "./facts/description";
import { explanations } from "./facts/explanations";
import { account } from "./rest/account";
import { applications } from "./rest/applications";
import { numbers } from "./rest/numbers";
import { recordings } from "./rest/recordings";
import { voice } from "./rest/voice";
import { mediaCodec } from "./sockets/media-codec";
import { webhooks } from "./webhooks/webhooks";

/** Vobiz: calls and numbers in India; it sends no texts. */
export const vobiz: Carrier = {
  description,
  account,
  applications,
  numbers,
  voice,
  recordings,
  media: mediaCodec,
  webhooks,
  explanations,
};
