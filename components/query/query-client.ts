import { QueryClient } from "@tanstack/react-query";

let ofBrowser: QueryClient | undefined;

/**
 * The cache of what the server told: one per request on the server, one per page load in the browser. The live stream
 * keeps it fresh, so nothing is fetched again just because time passed.
 */
export function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeClient();
  ofBrowser ??= makeClient();
  return ofBrowser;
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: 2,
      },
    },
  });
}
