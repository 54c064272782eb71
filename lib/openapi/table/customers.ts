import { ChangeCustomer, FindCustomers } from "@/lib/customers/schema";
import { IdParams } from "@/lib/http";
import { Customer } from "../answers/customer";
import { pageOf } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleCustomer, exampleIds } from "./examples";

const one = { id: exampleIds.customer };

export const customers: readonly Operation[] = [
  {
    method: "GET",
    path: "/customers",
    tag: "Customers",
    summary: "Find customers",
    description: "By address one or none; otherwise the newest first.",
    can: "customers.read",
    query: FindCustomers,
    fields: {
      address: "A number in any spelling (write + as %2B), or a WhatsApp address.",
      search: "Part of a name or number.",
      cursor: "Where the next page begins: `nextCursor` of the one before.",
      limit: "How many at most.",
    },
    answer: pageOf(Customer),
    example: { query: { address: "+14155552671" }, answer: { data: [exampleCustomer], nextCursor: null } },
  },
  {
    method: "GET",
    path: "/customers/{id}",
    tag: "Customers",
    summary: "Read a customer",
    can: "customers.read",
    params: IdParams,
    answer: Customer,
    example: { params: one, answer: exampleCustomer },
  },
  {
    method: "PATCH",
    path: "/customers/{id}",
    tag: "Customers",
    summary: "Change a customer",
    description: "What is left out stays as it is; `null` empties it.",
    can: "customers.manage",
    params: IdParams,
    body: ChangeCustomer,
    fields: {
      name: "As your people know them.",
      timezone: "An IANA name; quiet hours are counted in it.",
      language: "Such as en-US.",
      tags: "All of them; what is not in the list is taken off.",
    },
    answer: Customer,
    example: {
      params: one,
      body: { name: "Maya Chen", tags: ["regular"] },
      answer: exampleCustomer,
    },
  },
];
