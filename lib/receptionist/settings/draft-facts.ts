import type { BusinessFacts } from "../contract/facts";
import type { Rehearsal } from "./schema";

/** What a receptionist would know if the lists were saved as they stand in the forms; what is left out stays. */
export function withDraft(facts: BusinessFacts, knowledge: Rehearsal["knowledge"]): BusinessFacts {
  const { answers, offers, opening, targets } = knowledge;
  return {
    ...facts,
    ...(answers && { answers: answers.answers.map(({ question, answer }) => ({ question, answer })) }),
    ...(offers && {
      services: offers.services.map(({ bufferMinutes: _, ...service }) => service),
      staff: offers.staff,
    }),
    ...(opening && { hours: opening.weekly, overrides: opening.days }),
    ...(targets && {
      transfers: targets.targets.map(({ id, label, isEmergency, e164, memberId }) => ({
        ...{ id, label, isEmergency },
        isReachable: Boolean(e164) || memberId !== null,
      })),
    }),
  };
}
