import type { TenantView } from "@/lib/tenants";
import { Abilities, ConversationLimits, type ReceptionistView } from "../contract/settings";

/** The receptionist of a business that has not shaped one yet: friendly, and named after the business. */
export function defaultReceptionist(tenant: TenantView): ReceptionistView {
  const languages = tenant.settings.languages.length > 0 ? tenant.settings.languages : [tenant.locale];
  return {
    ...{ id: tenant.id, numberId: null, name: "Reception", persona: "Warm, brief and exact." },
    ...{ greeting: greetingOf(tenant.name, languages[0] ?? "en-US"), languages, voice: "", talk: "gather" },
    ...{ facts: "", address: "", recording: "off" },
    abilities: Abilities.parse({}),
    limits: ConversationLimits.parse({}),
  };
}

function greetingOf(business: string, language: string): string {
  switch (language.split("-")[0]) {
    case "hi":
      return `नमस्ते, ${business} में आपका स्वागत है। मैं आपकी क्या मदद कर सकती हूँ?`;
    case "es":
      return `Gracias por llamar a ${business}. ¿En qué puedo ayudarle?`;
    default:
      return `Thank you for calling ${business}. How can I help?`;
  }
}
