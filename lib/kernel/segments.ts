/** How a text message goes over the air: what it costs is its number of segments. */
export type SegmentCount = {
  encoding: "gsm7" | "ucs2";
  /** What a person would count: Unicode code points. */
  characters: number;
  /** What the network counts: septets in gsm7 (an escaped character takes two), UTF-16 units in ucs2. */
  units: number;
  segments: number;
  /** Units that fit into each segment: 160 or 70 alone, 153 or 67 when there are several. */
  perSegment: number;
  /** Units still free in the last segment. */
  remaining: number;
  /** The first character that GSM 03.38 lacks and that made the message ucs2. */
  forcedBy?: string;
};

// GSM 03.38 default alphabet and its extension table (3GPP TS 23.038, 6.2.1).
const basicAlphabet =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extensionAlphabet = "\f^{}\\[~]|€";

const septetsOf = new Map<string, number>([
  ...[...basicAlphabet].map((character) => [character, 1] as const),
  ...[...extensionAlphabet].map((character) => [character, 2] as const),
]);

const limits = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const;

/**
 * Counts the segments of a text message as Twilio does: an escape pair or a surrogate pair is never split between
 * two segments. The empty message counts as one segment, since carriers bill it so.
 */
export function countSegments(body: string): SegmentCount {
  const characters = [...body];
  const forcedBy = characters.find((character) => !septetsOf.has(character));
  const encoding = forcedBy === undefined ? "gsm7" : "ucs2";
  const widths = characters.map((character) =>
    forcedBy === undefined ? (septetsOf.get(character) ?? 1) : character.length,
  );
  const units = widths.reduce((sum, width) => sum + width, 0);
  const { alone, joined } = limits[encoding];
  const shape =
    units <= alone ? { segments: 1, perSegment: alone, remaining: alone - units } : fill(widths, joined);
  return {
    encoding,
    characters: characters.length,
    units,
    ...shape,
    ...(forcedBy === undefined ? {} : { forcedBy }),
  };
}

function fill(widths: readonly number[], perSegment: number) {
  let segments = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > perSegment) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return { segments, perSegment, remaining: perSegment - used };
}
