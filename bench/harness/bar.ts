import type { DatabaseUrls } from "@/lib/db/roles";

/** What one run gave, by name: `p50`, `perSecond`, `bytes` … */
export type Figures = Readonly<Record<string, number>>;

/** One promise of a bar about one figure. */
export type Promised = {
  figure: string;
  /** `ratio`: subject ÷ floor of the same round; `value`: the subject's figure itself. */
  as: "ratio" | "value";
  be: "at most" | "at least";
  reach: number;
  stretch?: number;
  /** For people, such as "ms" or "x". */
  unit: string;
};

/** Floor and subject, ready to run; each run takes about `seconds`. */
export type Contest = {
  floor(seconds: number): Promise<Figures>;
  subject(seconds: number): Promise<Figures>;
  close(): Promise<void>;
};

/** What a bar is measured in: a database of its own, migrated and installed in this process. */
export type World = DatabaseUrls;

/** One bar of docs/performance.md. */
export type Bar = {
  /** Such as "8" or "8 intake"; `npm run bench -- 8` runs all that begin with it. */
  name: string;
  title: string;
  floorTitle: string;
  promises: readonly Promised[];
  /** Rounds that count, after one that does not; default 5. */
  rounds?: number;
  /** Default 3. */
  seconds?: number;
  open(world: World): Promise<Contest>;
};
