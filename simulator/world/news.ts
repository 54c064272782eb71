/** Something that the phone in someone's hand would show; `data` is JSON as the handset page gets it. */
export type News = { phone: string; kind: "message" | "call"; data: unknown };

export type NewsBoard = {
  tell(news: News): void;
  /** Hears everything until the returned function is called. */
  listen(listener: (news: News) => void): () => void;
};

/** A board that nobody reads yet. */
export function createNewsBoard(): NewsBoard {
  const listeners = new Set<(news: News) => void>();
  return {
    tell(news) {
      for (const listener of listeners) listener(news);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
