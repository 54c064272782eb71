/** Failures that we ourselves report, in words. The carriers' stand in their own tables. */
const words: Record<string, { title: string; cure: string; action: string | null }> = {
  opted_out: {
    title: "Not sent: this person texted STOP before it left.",
    cure: "Call them, or ask them to text START.",
    action: "ask_to_opt_in",
  },
  country_not_allowed: {
    title: "Not sent: texts to this number's country were switched off before it left.",
    cure: "An admin can allow the country in the settings, then retry.",
    action: null,
  },
  whatsapp_window: {
    title: "Not sent: WhatsApp's 24 hours were over before it left.",
    cure: "Send it by SMS, or wait until they write again.",
    action: "use_sms",
  },
  cap_reached: {
    title: "Not sent: the day's limit was used up when its time came.",
    cure: "An admin can raise the limit, then retry.",
    action: null,
  },
  invalid_number: {
    title: "Not sent: this is not a number that can receive texts.",
    cure: "Check the number on the customer's page.",
    action: "fix_number",
  },
  no_connection: {
    title: "Not sent: no carrier account is connected for this number.",
    cure: "Connect the account in the settings, then retry.",
    action: "fix_credentials",
  },
  suspended: {
    title: "Not sent: this business was suspended before it left.",
    cure: "Ask whoever runs this installation, then retry.",
    action: null,
  },
  provider_off: {
    title: "Not sent: texting through this provider is switched off.",
    cure: "Ask whoever runs this installation to switch it on, then retry.",
    action: "contact_carrier",
  },
  carrier_unreachable: {
    title: "Not sent: the carrier could not be reached for a while.",
    cure: "Nothing was sent. Retry when the carrier answers again.",
    action: "retry",
  },
};

/** Title and cure of one of our own failure codes; null when the code is a carrier's. */
export function ownFailure(code: string): { title: string; cure: string; action: string | null } | null {
  return words[code] ?? null;
}
