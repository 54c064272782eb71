/** The surface of everything that floats above the page. */
export const floatClass =
  "z-50 animate-rise rounded-card border border-line bg-panel text-text shadow-float focus:outline-none";
