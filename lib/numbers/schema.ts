/** A number a tenant owns, with the settings of one of its channels. */
export type NumberChannel = {
  numberId: string;
  e164: string;
  carrier: string;
  connectionId: string | null;
  channelId: string;
  kind: "sms" | "whatsapp" | "voice";
  isEnabled: boolean;
  teamId: string;
  ticketMode: "new_thread" | "any_message";
  defaultPriority: string;
  autoAssign: AutoAssign;
};

/** To whom a new conversation on a channel goes by itself. */
export type AutoAssign = { to: "nobody" } | { to: "assistant" } | { to: "member"; memberId: string };

/** A number as settings and the API show it. */
export type NumberView = {
  id: string;
  e164: string;
  carrier: string;
  label: string;
  capabilities: string[];
  status: string;
  isDemo: boolean;
  channels: {
    kind: string;
    isEnabled: boolean;
    teamId: string;
    ticketMode: string;
    defaultPriority: string;
  }[];
};
