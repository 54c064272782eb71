import { Specimen } from "@/app/design/specimen";

const swatches = [
  ["bg-bg", "bg"],
  ["bg-panel", "panel"],
  ["bg-selection", "selection"],
  ["bg-line", "line"],
  ["bg-text", "text"],
  ["bg-muted", "muted"],
  ["bg-accent", "accent"],
  ["bg-accent-soft", "accent-soft"],
  ["bg-own", "own"],
  ["bg-note", "note"],
  ["bg-sms", "sms"],
  ["bg-whatsapp", "whatsapp"],
  ["bg-call", "call"],
  ["bg-voicemail", "voicemail"],
  ["bg-good", "good"],
  ["bg-warn", "warn"],
  ["bg-bad", "bad"],
  ["bg-rail", "rail"],
] as const;

export function ShowcaseColours() {
  return (
    <Specimen title="Colours">
      {swatches.map(([look, name]) => (
        <span key={name} className="flex w-[92px] items-center gap-2 text-meta">
          <span className={`size-7 shrink-0 rounded-control border border-line ${look}`} />
          <span className="truncate">{name}</span>
        </span>
      ))}
    </Specimen>
  );
}
