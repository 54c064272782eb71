import { toast as sonner } from "sonner";

type ToastText = { description?: string };

/** Short news at the bottom of the screen: done, done with Undo, or went wrong. */
export const toast = {
  /** Something worked. Leaves after four seconds. */
  success(title: string, { description }: ToastText = {}) {
    sonner.success(title, { description, duration: 4000 });
  },

  /** Something worked and can be taken back for eight seconds. */
  undo(title: string, onUndo: () => void, { description }: ToastText = {}) {
    sonner.success(title, { description, duration: 8000, action: { label: "Undo", onClick: onUndo } });
  },

  /** Something failed: says what and how to go on, and stays until dismissed. */
  error(title: string, { description, retry }: ToastText & { retry?: () => void } = {}) {
    const action = retry ? { label: "Try again", onClick: retry } : undefined;
    sonner.error(title, { description, duration: Number.POSITIVE_INFINITY, closeButton: true, action });
  },

  /** Neither good nor bad. */
  info(title: string, { description }: ToastText = {}) {
    sonner.info(title, { description, duration: 5000 });
  },
};
