import type { Exchange, Reply } from "../http/exchange";
import { json } from "../http/reply";
import { type HandsetMessage, handsetView, isOnHandset } from "../world/handset-view";
import type { IncomingNumber } from "../world/records";
import type { World } from "../world/world";
import { phoneBook } from "./phone-book";

type Phone = { name: string | null; phone: string; place: string; last: HandsetMessage | null };

/** GET /handset/desk: the phones that lie here, each with its last message, and the business numbers they can reach. */
export function describeDesk({ world }: Exchange): Reply {
  const businesses = [...world.store.numbers.values()].map(renderBusiness);
  return json(200, { product: world.publicUrl, phones: listPhones(world), businesses });
}

/** The people of the phone book, and every other number that has had a message. */
function listPhones(world: World): Phone[] {
  const phones = new Map<string, Phone>(phoneBook.map((person) => [person.phone, { ...person, last: null }]));
  for (const message of world.store.messages.values()) {
    if (!isOnHandset(message)) continue;
    const last = handsetView(world, message);
    const known = phones.get(last.phone) ?? { name: null, phone: last.phone, place: "" };
    phones.set(last.phone, { ...known, last });
  }
  return [...phones.values()];
}

function renderBusiness(number: IncomingNumber) {
  const { carrier, phoneNumber, name, capabilities, whatsappUrl } = number;
  const channels = [
    ...(capabilities.sms ? ["sms"] : []),
    ...(whatsappUrl === null ? [] : ["whatsapp"]),
    ...(capabilities.voice ? ["voice"] : []),
  ];
  return { carrier, phoneNumber, name, channels, isConnected: isConnected(number) };
}

function isConnected({ smsUrl, smsApplicationSid, voiceUrl, voiceApplicationSid }: IncomingNumber): boolean {
  return Boolean(smsUrl || smsApplicationSid || voiceUrl || voiceApplicationSid);
}
