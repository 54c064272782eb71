import type { ReactNode } from "react";

type EmptyStateProps = {
  /** An icon element; it is set in a small drawing. */
  icon: ReactNode;
  /** What will stand here, in a few words. */
  title: string;
  /** One sentence that teaches. */
  children: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** A page or a list with nothing in it yet: a small drawing, one sentence, one button. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <div className="relative mb-5 grid h-[104px] w-[180px] place-items-center">
        <EmptyDrawing />
        <span className="relative grid size-14 place-items-center rounded-dialog border border-line bg-panel text-accent shadow-float [&_svg]:size-6 [&_svg]:stroke-[1.6]">
          {icon}
        </span>
      </div>
      <h2 className="text-title">{title}</h2>
      <p className="mt-1 max-w-[42ch] text-balance text-muted">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

function EmptyDrawing() {
  return (
    <svg viewBox="0 0 180 104" fill="none" className="absolute inset-0" aria-hidden="true">
      <circle cx="90" cy="52" r="51" className="fill-accent-soft opacity-70" />
      <path
        d="M2 30h22c20 0 22 22 44 22"
        className="stroke-accent-line"
        strokeWidth="1.5"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      <path
        d="M2 74h22c20 0 22-22 44-22"
        className="stroke-accent-line"
        strokeWidth="1.5"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      <path
        d="M112 52c22 0 22-20 44-20h22"
        className="stroke-accent-line"
        strokeWidth="1.5"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      <path
        d="M112 52c22 0 22 22 44 22h22"
        className="stroke-accent-line"
        strokeWidth="1.5"
        strokeDasharray="2 5"
        strokeLinecap="round"
      />
      <circle cx="4" cy="30" r="3.5" className="fill-sms" />
      <circle cx="4" cy="74" r="3.5" className="fill-whatsapp" />
      <circle cx="176" cy="32" r="3.5" className="fill-call" />
      <circle cx="176" cy="74" r="3.5" className="fill-voicemail" />
    </svg>
  );
}
