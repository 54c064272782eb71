import { Readable } from "node:stream";
import { type Parser, parse } from "csv-parse";

/** How a file is to be read. */
export type FileShape = { encoding: "utf-8" | "utf-16le" | "utf-16be"; delimiter: string };

// A quote that is never closed would make the rest of the file one row; this ends it with a sentence instead.
const longestRecord = 8 * 1024 * 1024;

const strict = new TextDecoder("utf-8", { fatal: true });
const western = new TextDecoder("windows-1252");

/**
 * The rows of a file, one after the other, without holding more than one in memory. Each cell is decoded by itself:
 * what is not UTF-8 is read as Windows-1252, so a file pasted together from both is read right.
 */
export function readRecords(body: ReadableStream<Uint8Array>, shape: FileShape): Parser {
  const parser = parse({
    ...{ encoding: null, delimiter: shape.delimiter, max_record_size: longestRecord },
    ...{
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    },
  });
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  source.on("error", (error) => parser.destroy(error));
  parser.on("close", () => source.destroy());
  Readable.from(shape.encoding === "utf-8" ? withoutMark(source) : transcode(source, shape.encoding)).pipe(
    parser,
  );
  return parser;
}

/** The cells of a row as text; `longest` cuts each, for looking at them. */
export function cellsOf(record: readonly Buffer[]): string[] {
  return record.map(decode);
}

function decode(cell: Buffer): string {
  try {
    return strict.decode(cell);
  } catch {
    return western.decode(cell);
  }
}

// The parser's own option for the mark would also turn its cells into text.
async function* withoutMark(source: Readable): AsyncGenerator<Buffer> {
  let isStart = true;
  for await (const chunk of source) {
    const bytes: Buffer = Buffer.from(chunk);
    yield isStart && bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
    isStart = false;
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

async function* transcode(source: Readable, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** How the beginning of a file says it is written: its byte-order mark, and the sign that separates its columns. */
export function sniffShape(start: Uint8Array): FileShape {
  const encoding = encodingOf(start);
  const text = new TextDecoder(encoding).decode(start.subarray(0, 64 * 1024));
  return { encoding, delimiter: delimiterOf(text) };
}

function encodingOf([first, second]: Uint8Array): FileShape["encoding"] {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function delimiterOf(text: string): string {
  const [line = ""] = text.replace(/"[^"]*"/g, "").split(/[\r\n]/, 1);
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
