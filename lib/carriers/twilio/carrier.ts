import type { Carrier } from "../ports/carrier";
import { description } from "./facts/description";
import { explanations } from "./facts/explanations";
import { account } from "./rest/account";
import { applications } from "./rest/applications";
import { numbers } from "./rest/numbers";
import { pools } from "./rest/pools";
import { recordings } from "./rest/recordings";
import { softphone } from "./rest/softphone";
import { texting } from "./rest/texting";
import { voice } from "./rest/voice";
import { mediaCodec } from "./sockets/media-codec";
import { relayCodec } from "./sockets/relay-codec";
import { webhooks } from "./webhooks/webhooks";

/** Twilio. */
export const twilio: Carrier = {
  description,
  account,
  applications,
  texting,
  pools,
  numbers,
  voice,
  recordings,
  softphone,
  relay: relayCodec,
  media: mediaCodec,
  webhooks,
  explanations,
  warmUp: () => import("./rest/sdk-client"),
};
