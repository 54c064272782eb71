import type { BusinessFacts } from "../contract/facts";
import type { ReceptionistView } from "../contract/settings";
import type { Conversing } from "../contract/turn";
import { bookForCaller } from "./book-appointment";
import { cancelOwn } from "./cancel-appointment";
import { checkAvailability } from "./check-availability";
import { endCall } from "./end-call";
import { handOver } from "./hand-over";
import { lookUpCustomer } from "./look-up-customer";
import { moveOwn } from "./move-appointment";
import { takeMessage } from "./take-message";
import { textCaller } from "./text-caller";
import type { Tool } from "./tool";
import { transferCall } from "./transfer-call";

type Filled = { receptionist: ReceptionistView; channel: Conversing["channel"]; tools: readonly Tool[] };

// A socket session takes many turns with the same facts; their schemas are built once.
const filled = new WeakMap<BusinessFacts, Filled>();

/** The tools of a conversation: what the receptionist is able and allowed to do here. A tool that is not in it does not exist. */
export function toolboxOf({ facts, receptionist, channel }: Conversing): readonly Tool[] {
  const known = filled.get(facts);
  if (known?.receptionist === receptionist && known.channel === channel) return known.tools;
  const tools = fill(facts, receptionist, channel);
  filled.set(facts, { receptionist, channel, tools });
  return tools;
}

function fill(facts: BusinessFacts, { abilities }: ReceptionistView, channel: Conversing["channel"]): Tool[] {
  const canBook = facts.services.some((one) => one.isBookable) && facts.staff.length > 0;
  const offered: [boolean, Tool][] = [
    [true, lookUpCustomer],
    [canBook && (abilities.book || abilities.move), checkAvailability(facts)],
    [canBook && abilities.book, bookForCaller(facts)],
    [canBook && abilities.move, moveOwn(facts)],
    [abilities.cancel, cancelOwn],
    [abilities.takeMessages, takeMessage],
    [abilities.textCaller && channel !== "text", textCaller],
    [abilities.transfer && facts.transfers.length > 0 && channel !== "text", transferCall(facts)],
    [channel === "text", handOver],
    [channel !== "text", endCall],
  ];
  return offered.filter(([isOffered]) => isOffered).map(([, tool]) => tool);
}
