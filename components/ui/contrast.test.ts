import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";

const tokens = readTokens(readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8"));

const tints = Array.from(
  { length: 8 },
  (_, index) => [`tint-${index + 1}-ink`, `tint-${index + 1}`] as const,
);
const channels = ["sms", "whatsapp", "call", "voicemail"];
const states = ["good", "warn", "bad"];
const surfaces = ["bg", "panel", "selection", "hover"];

/** Every pair of ink and surface that carries text. */
const textPairs: (readonly [string, string])[] = [
  ...surfaces.flatMap((surface) => [["text", surface] as const, ["muted", surface] as const]),
  ...["bubble", "raised", "note", "accent-soft", "good-soft", "warn-soft", "bad-soft"].map(
    (surface) => ["text", surface] as const,
  ),
  ...["bubble", "note", "accent-soft"].map((surface) => ["muted", surface] as const),
  ...["bg", "panel", "hover", "selection"].map((surface) => ["accent", surface] as const),
  ["accent-ink", "accent-soft"],
  ["accent-ink", "panel"],
  ["accent", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-own", "own"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["on-answer", "answer"],
  ["note-ink", "note"],
  ["rail-text", "rail"],
  ["rail-muted", "rail"],
  ["rail-text", "rail-selection"],
  ["rail-muted", "rail-selection"],
  ["on-rail-mark", "rail-mark"],
  ...states.flatMap((state) => ["panel", "bg", `${state}-soft`].map((surface) => [state, surface] as const)),
  ...channels.flatMap((channel) =>
    ["panel", `${channel}-soft`].map((surface) => [channel, surface] as const),
  ),
  ...tints,
];

/** Edges and signs that must be seen but are not read (WCAG 1.4.11). */
const shapePairs = [
  ["field", "panel"],
  ["accent", "panel"],
  ["rail-mark", "rail"],
  ["call", "selection"],
  ["sms", "selection"],
  ["whatsapp", "selection"],
  ["voicemail", "selection"],
] as const;

describe.each<Theme>(["light", "dark"])("in the %s theme", (theme) => {
  test.each(textPairs)("%s on %s can be read", (ink, surface) => {
    expect(contrast(colour(ink, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)("%s on %s can be seen", (ink, surface) => {
    expect(contrast(colour(ink, theme), colour(surface, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("every colour names its light and its dark value", () => {
  expect(tokens.size).toBeGreaterThan(60);
});

function readTokens(css: string): Map<string, Record<Theme, string>> {
  const found = css.matchAll(/--color-([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...found].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
}

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`globals.css has no colour "${name}"`);
  return token[theme];
}

function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
