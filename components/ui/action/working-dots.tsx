/** Three quiet dots over a control that is busy. */
export function WorkingDots() {
  return (
    <span className="absolute inset-0 flex items-center justify-center gap-1">
      <span className="sr-only">Working…</span>
      {["0ms", "160ms", "320ms"].map((delay) => (
        <span
          key={delay}
          className="size-[5px] animate-dot rounded-full bg-current"
          style={{ animationDelay: delay }}
        />
      ))}
    </span>
  );
}
