import type { Route } from "../http/exchange";
import { json, nothing } from "../http/reply";

/** GET /ledger?since=&kind= and DELETE /ledger: what really happened. */
export const ledgerRoutes: Route[] = [
  {
    method: "GET",
    path: "/ledger",
    answer: ({ world, query }) => {
      const data = world.ledger.read({ since: query.get("since"), kind: query.get("kind") });
      return json(200, { data });
    },
  },
  {
    method: "DELETE",
    path: "/ledger",
    answer: ({ world }) => {
      world.ledger.clear();
      return nothing();
    },
  },
];
