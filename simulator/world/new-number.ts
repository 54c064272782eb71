import { newSid } from "./random";
import type { IncomingNumber } from "./records";
import type { World } from "./world";

type Given = Pick<IncomingNumber, "carrier" | "accountSid" | "phoneNumber" | "country"> &
  Partial<IncomingNumber>;

/** Gives a number to an account. What is not said is empty, as on a number fresh from the shop. */
export function newNumber(world: World, given: Given): IncomingNumber {
  const now = world.clock.now();
  const number: IncomingNumber = {
    sid: newSid(world.random, "PN"),
    name: given.phoneNumber,
    kind: "local",
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    voiceUrl: "",
    voiceMethod: "POST",
    voiceFallbackUrl: "",
    voiceFallbackMethod: "POST",
    voiceApplicationSid: "",
    voiceCallerIdLookup: false,
    smsUrl: "",
    smsMethod: "POST",
    smsFallbackUrl: "",
    smsFallbackMethod: "POST",
    smsApplicationSid: "",
    statusCallback: "",
    statusCallbackMethod: "POST",
    trunkSid: null,
    addressSid: null,
    bundleSid: null,
    whatsappUrl: null,
    createdAt: now,
    updatedAt: now,
    ...given,
  };
  world.store.numbers.set(number.sid, number);
  return number;
}
