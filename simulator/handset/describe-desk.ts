import type { Exchange, Reply } from "../http/exchange";
import { json } from "../http/reply";
import type { IncomingNumber } from "../world/records";
import { phoneBook } from "./phone-book";

/** GET /handset/desk: the phones that lie here, and the business numbers they can reach. */
export function describeDesk({ world }: Exchange): Reply {
  const businesses = [...world.store.numbers.values()].map(renderBusiness);
  return json(200, { phones: phoneBook, businesses });
}

function renderBusiness({
  carrier,
  phoneNumber,
  name,
  capabilities,
  whatsappUrl,
  smsUrl,
  smsApplicationSid,
}: IncomingNumber) {
  const channels = [
    ...(capabilities.sms ? ["sms"] : []),
    ...(whatsappUrl === null ? [] : ["whatsapp"]),
    ...(capabilities.voice ? ["voice"] : []),
  ];
  return { carrier, phoneNumber, name, channels, isConnected: Boolean(smsUrl || smsApplicationSid) };
}
