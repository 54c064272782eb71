/** The frame that Input, Textarea, Select and Combobox share. */
export const controlClass =
  "w-full rounded-control border border-field bg-panel text-field text-text transition-[border-color,box-shadow] duration-100 " +
  "hover:border-muted focus-visible:border-accent focus-visible:outline-none focus-visible:ring-2 focus-visible:ring-accent/35 " +
  "aria-invalid:border-bad aria-invalid:focus-visible:ring-bad/30 disabled:border-line-strong disabled:bg-selection disabled:text-muted";
