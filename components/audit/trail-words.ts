/** What happened, for people: `member.invited` is "Member invited". */
export function sentenceOfAction(action: string): string {
  const words = action.replaceAll(/[._]/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What changed, one line per thing: before and after side by side where both are told. */
export function detailLines(detail: Record<string, unknown>): string[] {
  const { before, after, ...rest } = detail;
  const changes = isRecord(before) || isRecord(after) ? pairs(before, after) : plainChange(before, after);
  const others = Object.entries(rest).map(([name, value]) => `${wordsOf(name)}: ${shown(value)}`);
  return [...changes, ...others];
}

function pairs(before: unknown, after: unknown): string[] {
  const was = isRecord(before) ? before : {};
  const is = isRecord(after) ? after : {};
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.map((name) => `${wordsOf(name)}: ${shown(was[name])} → ${shown(is[name])}`);
}

function plainChange(before: unknown, after: unknown): string[] {
  return before === undefined && after === undefined ? [] : [`${shown(before)} → ${shown(after)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wordsOf(name: string): string {
  if (name === "e164") return "Number";
  const words = name.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map(shown).join(", ") || "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (!isRecord(value)) return String(value);
  const inner = Object.entries(value).map(([name, one]) => `${name} ${shown(one)}`);
  return inner.join(", ") || "–";
}
