import type {
  KnownAnswers,
  Offers,
  OpeningTimes,
  ReceptionistDesk,
  ReceptionistSettings,
  TransferTargets,
} from "@/lib/receptionist/schema";

/** What stands in the forms now, saved or not, as far as it can be used: the rehearsal talks with it. */
export type DeskDraft = {
  settings: ReceptionistSettings;
  answers: KnownAnswers;
  offers: Offers;
  opening: OpeningTimes;
  targets: TransferTargets;
};

export type DeskPartName = keyof DeskDraft;

/** One form of the page, as the one save bar sees it. */
export type DeskPart = { save: () => Promise<boolean>; discard: () => void };

export type DeskState = {
  draft: DeskDraft;
  /** The forms that hold something unsaved. */
  dirty: readonly DeskPartName[];
  isSaving: boolean;
  /** Where somebody wants to go although something is not saved. */
  leavingTo: string | null;
};

export type DeskStore = ReturnType<typeof createDeskStore>;

/** What the forms, the save bar and the rehearsal share, outside of React so that typing draws only what changed. */
export function createDeskStore(desk: ReceptionistDesk) {
  const parts = new Map<DeskPartName, DeskPart>();
  const listeners = new Set<() => void>();
  let state: DeskState = { draft: draftOf(desk), dirty: [], isSaving: false, leavingTo: null };

  function change(next: Partial<DeskState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function saveAll(): Promise<boolean> {
    if (state.isSaving) return false;
    change({ isSaving: true });
    let isSaved = true;
    for (const name of state.dirty) isSaved = ((await parts.get(name)?.save()) ?? true) && isSaved;
    change({ isSaving: false });
    return isSaved;
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: () => state,
    join(name: DeskPartName, part: DeskPart) {
      parts.set(name, part);
    },
    leave(name: DeskPartName) {
      parts.delete(name);
      change({ dirty: state.dirty.filter((one) => one !== name) });
    },
    keepDraft<Name extends DeskPartName>(name: Name, value: DeskDraft[Name]) {
      change({ draft: { ...state.draft, [name]: value } });
    },
    setDirty(name: DeskPartName, isDirty: boolean) {
      const others = state.dirty.filter((one) => one !== name);
      change({ dirty: isDirty ? [...others, name] : others });
    },
    saveAll,
    discardAll() {
      for (const name of state.dirty) parts.get(name)?.discard();
    },
    askToLeave: (href: string | null) => change({ leavingTo: href }),
  };
}

function draftOf({ settings, answers, offers, opening, targets }: ReceptionistDesk): DeskDraft {
  return { settings, answers: { answers }, offers, opening, targets: { targets } };
}
