/** One `<Message>` of a TwiML answer. */
export type TwimlMessage = { to: string | null; body: string; mediaUrls: string[] };

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Reads the messages of a TwiML answer; null when the text is no `<Response>` document. */
export function readMessagingResponse(text: string): TwimlMessage[] | null {
  const xml = text
    .replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .trim();
  if (/^<Response\s*\/>$/.test(xml)) return [];
  const [, inside] = /^<Response(?:\s[^>]*)?>([\s\S]*)<\/Response>$/.exec(xml) ?? [];
  if (inside === undefined) return null;
  return [...inside.matchAll(/<Message(\s[^>]*)?>([\s\S]*?)<\/Message>/g)].map(
    ([, attributes = "", content = ""]) => ({
      to: attribute(attributes, "to"),
      body: bodyOf(content),
      mediaUrls: [...content.matchAll(/<Media>([\s\S]*?)<\/Media>/g)].map(([, url = ""]) =>
        unescapeXml(url.trim()),
      ),
    }),
  );
}

function bodyOf(content: string): string {
  const [, body] = /<Body>([\s\S]*?)<\/Body>/.exec(content) ?? [];
  return unescapeXml(body ?? content.replace(/<Media>[\s\S]*?<\/Media>/g, "").trim());
}

function attribute(attributes: string, name: string): string | null {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? null : unescapeXml(value);
}

function unescapeXml(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? "");
}
