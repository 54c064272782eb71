import type { ChannelFace } from "@/components/ui/display/channel-icon";
import type { StateName } from "@/components/ui/display/state-face";

export type ExampleCustomer = {
  name: string;
  phone: string;
  channel: ChannelFace;
  state: StateName;
  spent: number;
  heardAt: Date;
};

const minute = 60_000;

const rows: [string, string, ChannelFace, StateName, number, number][] = [
  ["Jordan Blake", "+14155552671", "call_in", "open", 120, 1],
  ["Mira Kapoor", "+919876543210", "whatsapp", "open", 480.5, 4],
  ["Tomás Ortega", "+12065550148", "sms", "pending", 35, 31],
  ["Lena Novak", "+420224000111", "voicemail", "snoozed", 0, 60],
  ["David Wu", "+13125550142", "sms", "failed", 92.25, 120],
  ["Sofia Rossi", "+390669000222", "sms", "closed", 240, 190],
  ["Emeka Adeyemi", "+2348030000333", "call_out", "closed", 1310, 1700],
  ["Priya Nair", "+919820012345", "call_missed", "open", 60, 4200],
  ["Hugo Lind", "+46850000444", "sms", "closed", 18.75, 52_000],
];

/** Made-up customers for looking at a table. */
export function exampleCustomers(): ExampleCustomer[] {
  return rows.map(([name, phone, channel, state, spent, minutes]) => ({
    name,
    phone,
    channel,
    state,
    spent,
    heardAt: new Date(Date.now() - minutes * minute),
  }));
}
