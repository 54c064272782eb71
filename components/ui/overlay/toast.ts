import { whenToastsAreReady } from "@/components/ui/overlay/toast-queue";

type ToastText = { description?: string };

/** Short news at the bottom of the screen: done, done with Undo, or went wrong. */
export const toast = {
  /** Something worked. Leaves after four seconds. */
  success(title: string, { description }: ToastText = {}) {
    whenToastsAreReady((show) => show.success(title, { description, duration: 4000 }));
  },

  /** Something worked and can be taken back for eight seconds. */
  undo(title: string, onUndo: () => void, { description }: ToastText = {}) {
    const action = { label: "Undo", onClick: onUndo };
    whenToastsAreReady((show) => show.success(title, { description, duration: 8000, action }));
  },

  /** Something failed: says what and how to go on, and stays until dismissed. */
  error(title: string, { description, retry }: ToastText & { retry?: () => void } = {}) {
    const duration = Number.POSITIVE_INFINITY;
    const action = retry ? { label: "Try again", onClick: retry } : undefined;
    whenToastsAreReady((show) => show.error(title, { description, duration, closeButton: true, action }));
  },

  /** Neither good nor bad. */
  info(title: string, { description }: ToastText = {}) {
    whenToastsAreReady((show) => show.info(title, { description, duration: 5000 }));
  },
};
