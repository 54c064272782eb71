import { CopyButton } from "@/components/ui/display/copy-button";

/** Lines of code or a command to copy; long lines scroll inside the block. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <figure className="overflow-hidden rounded-card border border-line bg-bg">
      <figcaption className="flex items-center justify-between border-b border-line py-1 pr-1.5 pl-3.5 text-meta text-muted">
        {label}
        <CopyButton text={code} label={`Copy ${label}`} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="scroll-quiet overflow-x-auto px-3.5 py-3 font-mono text-[12.5px]/5">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
