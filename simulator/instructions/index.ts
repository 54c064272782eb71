/** Documents of call instructions, read as the carriers read them. Pure: text in, steps or the reason out. */
export type {
  ConferenceRoom,
  DialStep,
  EnqueueStep,
  GatherStep,
  Party,
  PayStep,
  PlayStep,
  Problem,
  PromptStep,
  Reading,
  RecordStep,
  RelayStep,
  SayStep,
  Step,
  StreamStep,
  Target,
} from "./steps";
export { readTwiml } from "./twiml";
export { readVobizXml, type VobizDialect } from "./vobiz-xml";
