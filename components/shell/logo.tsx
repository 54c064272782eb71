/** The mark: a line that turns back towards whoever called. Takes the colour of the text around it. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" className={className} aria-hidden="true">
      <path
        d="M4 5h11.5a4.75 4.75 0 0 1 0 9.5H13"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="6.2" cy="15.4" r="2.9" fill="currentColor" />
    </svg>
  );
}

/** The mark and the name, for pages that people see before they are in. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2">
      <LogoMark className="size-7 text-accent" />
      <span className="text-[17px] font-[660] tracking-[-0.02em] text-text">Trunkline</span>
    </span>
  );
}
