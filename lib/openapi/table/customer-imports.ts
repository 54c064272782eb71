import { IdParams } from "@/lib/http";
import { RowsFilter, StartImport } from "@/lib/imports/schema";
import { listOf, pageOf } from "../answers/fields";
import { CustomerImport, CustomerImportPreview, CustomerImportRow } from "../answers/imports";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const one = { id: exampleIds.media };
const example = {
  ...{
    id: one.id,
    fileName: "customers.csv",
    bytes: 48_210,
    state: "running",
    rowsDone: 500,
    bytesDone: 24_000,
  },
  counts: { created: 480, updated: 12, unchanged: 3, duplicate: 2, failed: 3 },
  ...{ problem: null, createdAt: "2026-11-20T15:04:05.000Z", finishedAt: null },
};
const row = {
  row: 7,
  outcome: "failed",
  reason: 'Number: "call me" is not a phone number.',
  customerId: null,
};

/** Lists of customers from files, and into one. */
export const customerImports: readonly Operation[] = [
  {
    method: "GET",
    path: "/customers/export",
    tag: "Customers",
    summary: "Fetch all customers as CSV",
    description:
      "Sent while it is read. What a spreadsheet would run as a formula stays text; it can be imported again.",
    can: "customers.export",
    file: "text/csv",
    example: {},
  },
  {
    method: "GET",
    path: "/customer-imports",
    tag: "Customers",
    summary: "List imports",
    can: "customers.import",
    answer: listOf(CustomerImport),
    example: { answer: { data: [example], nextCursor: null } },
  },
  {
    method: "POST",
    path: "/customer-imports",
    tag: "Customers",
    summary: "Upload a list of customers",
    description:
      "The body is the CSV file. Answers how it is understood; nothing is imported before it is started.",
    can: "customers.import",
    takesFile: true,
    status: 201,
    answer: CustomerImportPreview,
    example: {
      answer: {
        import: { ...example, state: "draft", rowsDone: 0 },
        ...{ encoding: "utf-8", delimiter: ",", hasHeader: true },
        rows: [
          ["Name", "Phone"],
          ["Maya Chen", "(415) 555-2671"],
        ],
        mapping: ["name", "phone"],
      },
    },
  },
  {
    method: "GET",
    path: "/customer-imports/{id}",
    tag: "Customers",
    summary: "Read how far an import is",
    can: "customers.import",
    params: IdParams,
    answer: CustomerImport,
    example: { params: one, answer: example },
  },
  {
    method: "PUT",
    path: "/customer-imports/{id}/start",
    tag: "Customers",
    summary: "Start an import",
    description: "The same file imported again changes nothing. What a person wrote is never overwritten.",
    can: "customers.import",
    params: IdParams,
    body: StartImport,
    fields: {
      mapping: "What each column is: `name`, `phone`, `ignore`, …, or `field:` and a key.",
      hasHeader: "Whether the first row is a head.",
      country: "Whose numbers are meant where one has no country code.",
      tags: "Put on everybody in the file.",
    },
    answer: CustomerImport,
    conflict: "It was started already.",
    example: { params: one, body: { mapping: ["name", "phone"], country: "US" }, answer: example },
  },
  {
    method: "DELETE",
    path: "/customer-imports/{id}",
    tag: "Customers",
    summary: "Stop an import",
    description: "What was imported stays.",
    can: "customers.import",
    params: IdParams,
    answer: CustomerImport,
    example: { params: one, answer: { ...example, state: "cancelled" } },
  },
  {
    method: "GET",
    path: "/customer-imports/{id}/rows",
    tag: "Customers",
    summary: "Read what became of each row",
    can: "customers.import",
    params: IdParams,
    query: RowsFilter,
    fields: { outcome: "Only these.", cursor: "Where the next page begins.", limit: "How many at most." },
    answer: pageOf(CustomerImportRow),
    example: { params: one, answer: { data: [row], nextCursor: null } },
  },
  {
    method: "GET",
    path: "/customer-imports/{id}/problems",
    tag: "Customers",
    summary: "Fetch the rows that were not taken as CSV",
    can: "customers.import",
    params: IdParams,
    file: "text/csv",
    example: { params: one },
  },
];
