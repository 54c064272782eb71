import type { ComponentProps } from "react";

/** Keeps what floats inside a landmark, as everything on a page should be; it exists only while something floats. */
export function FloatRegion(props: ComponentProps<"section">) {
  return <section aria-label="Menus and hints" {...props} />;
}
