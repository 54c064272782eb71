import { z } from "zod";
import { IdParams } from "@/lib/http";
import { Erasure, MergeParams, NewMerge } from "@/lib/persons/schema";
import { Erased, Merge } from "../answers/customer";
import { id } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const one = { id: exampleIds.customer };
const at = "2026-11-20T15:04:05.000Z";
const exampleMerge = {
  id: exampleIds.media,
  mergedId: exampleIds.team,
  name: "J. Avery",
  addresses: ["+14155552672"],
  by: "Priya Rao",
  createdAt: at,
  isLast: true,
};

/** What is done to a person as a whole. */
export const persons: readonly Operation[] = [
  {
    method: "GET",
    path: "/customers/{id}/merges",
    tag: "Customers",
    summary: "List who was merged into a customer",
    can: "customers.read",
    params: IdParams,
    answer: z.strictObject({ data: z.array(Merge) }),
    example: { params: one, answer: { data: [exampleMerge] } },
  },
  {
    method: "POST",
    path: "/customers/{id}/merges",
    tag: "Customers",
    summary: "Merge another customer into this one",
    description:
      "Addresses, conversations, calls, appointments and notes of the other come to this one; the other is gone until the merge is taken back.",
    can: "customers.manage",
    params: IdParams,
    body: NewMerge,
    fields: { customerId: "The other one, who will be gone." },
    status: 201,
    answer: z.strictObject({ id }),
    example: { params: one, body: { customerId: exampleIds.team }, answer: { id: exampleIds.media } },
  },
  {
    method: "DELETE",
    path: "/customers/{id}/merges/{mergeId}",
    tag: "Customers",
    summary: "Take a merge back",
    description:
      "The other customer stands again as it was, with its own rows and what was said in its conversations since.",
    can: "customers.manage",
    params: MergeParams,
    answer: z.strictObject({ customerId: id }),
    conflict: "another customer was merged later",
    example: { params: { ...one, mergeId: exampleIds.media }, answer: { customerId: exampleIds.team } },
  },
  {
    method: "GET",
    path: "/customers/{id}/export",
    tag: "Customers",
    summary: "Export everything about one person",
    description: "One file with every row that stands about them, to be handed to them on request.",
    can: "customers.export",
    params: IdParams,
    file: "application/json",
    example: { params: one },
  },
  {
    method: "POST",
    path: "/customers/{id}/erasure",
    tag: "Customers",
    summary: "Erase a person",
    description:
      "Name, addresses, words, files and recordings go for good; the answer says what stays and why. Takes a person who is signed in.",
    can: "customers.erase",
    params: IdParams,
    body: Erasure,
    fields: { confirmation: "The customer's name, exactly." },
    answer: Erased,
    refusals: ["refused"],
    example: {
      params: one,
      body: { confirmation: "Jordan Avery" },
      answer: {
        erased: { messages: 12, files: 1, calls: 2, recordings: 1, appointments: 1, notes: 1, addresses: 2 },
        kept: [{ what: "The audit trail", why: "It holds ids and names of fields only." }],
      },
    },
  },
];
