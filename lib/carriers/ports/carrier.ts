import type { Applications, CarrierAccount } from "./account";
import type { CarrierDescription } from "./description";
import type { ExplanationTable } from "./explanation";
import type { Numbers } from "./numbers";
import type { SenderPools } from "./pools";
import type { Recordings } from "./recordings";
import type { MediaCodec, RelayCodec } from "./sockets";
import type { Softphone } from "./softphone";
import type { Texting } from "./texting";
import type { Voice } from "./voice";
import type { Webhooks } from "./webhooks";

/** A carrier: what it says about itself and what it implements. A missing port is a missing capability. */
export type Carrier = {
  description: CarrierDescription;
  account: CarrierAccount;
  applications?: Applications;
  texting?: Texting;
  pools?: SenderPools;
  numbers?: Numbers;
  voice?: Voice;
  recordings?: Recordings;
  softphone?: Softphone;
  /** Text over a socket while the carrier does the speech. */
  relay?: RelayCodec;
  /** Raw sound over a socket. */
  media?: MediaCodec;
  webhooks: Webhooks;
  explanations: ExplanationTable;
  /** Loads what the first call to the carrier would otherwise wait for. */
  warmUp?: () => Promise<unknown>;
};
