import type { Exchange, Reply } from "../../http/exchange";
import { json } from "../../http/reply";

const DEFAULT_SIZE = 50;
const MOST_PER_PAGE = 1000;

/** One page of a list in the 2010 API: the records under `key`, and URIs of the pages around it. */
export function pageReply<T>(exchange: Exchange, key: string, all: T[], render: (one: T) => unknown): Reply {
  const { page, size, shown } = cut(exchange.query, all);
  const uriOf = (number: number) => uri(exchange, number, size);
  const hasNext = (page + 1) * size < all.length;
  return json(200, {
    [key]: shown.map(render),
    end: Math.max(0, page * size + shown.length - 1),
    first_page_uri: uriOf(0),
    next_page_uri: hasNext ? uriOf(page + 1) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    start: page * size,
    uri: uriOf(page),
  });
}

/** One page of a list in the newer APIs: paging stands in `meta`, with whole URLs. */
export function metaPageReply<T>(
  exchange: Exchange,
  key: string,
  all: T[],
  render: (one: T) => unknown,
): Reply {
  const { page, size, shown } = cut(exchange.query, all);
  const urlOf = (number: number) => `https://${exchange.host}${uri(exchange, number, size)}`;
  const hasNext = (page + 1) * size < all.length;
  const meta = {
    page,
    page_size: size,
    first_page_url: urlOf(0),
    previous_page_url: page > 0 ? urlOf(page - 1) : null,
    url: urlOf(page),
    next_page_url: hasNext ? urlOf(page + 1) : null,
    key,
  };
  return json(200, { meta, [key]: shown.map(render) });
}

function cut<T>(query: URLSearchParams, all: T[]): { page: number; size: number; shown: T[] } {
  const size = Math.min(MOST_PER_PAGE, Math.max(1, Number(query.get("PageSize")) || DEFAULT_SIZE));
  const page = Math.max(0, Number(query.get("Page")) || 0);
  return { page, size, shown: all.slice(page * size, (page + 1) * size) };
}

function uri(exchange: Exchange, page: number, size: number): string {
  const query = new URLSearchParams(exchange.query);
  query.set("PageSize", String(size));
  query.set("Page", String(page));
  if (page > 0) query.set("PageToken", `PASM${page}`);
  return `${exchange.path}?${query}`;
}
