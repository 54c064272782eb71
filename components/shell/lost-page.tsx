import type { ReactNode } from "react";
import { LogoMark } from "@/components/shell/logo";

/** A whole page with one sentence and a way on: not found, went wrong. */
export function LostPage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <main className="grid min-h-full place-items-center bg-bg px-6 py-16 text-center">
      <div className="max-w-[420px]">
        <span className="mx-auto mb-6 grid size-14 place-items-center rounded-dialog bg-rail text-rail-mark">
          <LogoMark className="size-7" />
        </span>
        <h1 className="text-[22px]/7 font-[650] tracking-[-0.02em]">{title}</h1>
        <div className="mt-2 text-muted">{children}</div>
        <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
      </div>
    </main>
  );
}
