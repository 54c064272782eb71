import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { SkipLink } from "@/components/shell/skip-link";
import { TrunkDrawing } from "@/components/shell/trunk-drawing";
import { ThemeSwitch } from "@/components/theme/theme-switch";

type PublicShellProps = {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Under the form: "No account yet? Create one". */
  below?: ReactNode;
  /** Room for a calendar or a long form instead of a narrow column without the drawing. */
  isWide?: boolean;
  children: ReactNode;
};

/** The frame of sign-in, sign-up, invitation and booking pages. */
export function PublicShell({ title, lead, below, isWide, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh bg-panel">
      <SkipLink />
      <div className="flex min-w-0 flex-1 flex-col px-5 py-5 sm:px-10 lg:px-14 lg:py-8">
        <header className="flex items-center justify-between">
          <Logo />
          <ThemeSwitch />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="flex flex-1 items-center justify-center py-10 [--spacing-control:44px] focus:outline-none"
        >
          <div className={isWide ? "w-full max-w-[760px]" : "w-full max-w-[380px]"}>
            <h1 className="text-display">{title}</h1>
            {lead && <p className="mt-2 text-[15px]/6 text-muted">{lead}</p>}
            <div className="mt-8">{children}</div>
            {below && <div className="mt-6 text-muted">{below}</div>}
          </div>
        </main>
      </div>
      {!isWide && <Side />}
    </div>
  );
}

function Side() {
  return (
    <aside
      aria-label="About Trunkline"
      className="hidden w-[46%] max-w-[760px] flex-col items-center justify-center gap-10 border-l border-line bg-bg px-14 lg:flex"
    >
      <TrunkDrawing />
      <div className="max-w-[420px] text-center">
        <p className="text-[19px]/7 font-[620] tracking-[-0.015em] text-balance">
          Every call, text and voicemail of a customer, in one calm place.
        </p>
        <p className="mt-2 text-[15px]/6 text-balance text-muted">
          The receptionist answers at once. You take over whenever you like.
        </p>
      </div>
    </aside>
  );
}
