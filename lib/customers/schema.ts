import { z } from "zod";
import { type FieldKind, fieldKinds } from "./rules";

/** A customer as the API and the screens see one. */
export type CustomerView = {
  id: string;
  name: string;
  nameSource: string;
  email: string | null;
  addresses: CustomerAddress[];
  optedOut: boolean;
  city: string | null;
  region: string | null;
  country: string | null;
  timezone: string | null;
  language: string | null;
  tags: string[];
  /** Values of the business's own fields, by key. */
  fields: Record<string, string>;
  lastContactAt: string | null;
  createdAt: string;
};

export type CustomerAddress = { id: string; kind: string; address: string; optedOut: boolean };

/** A field of the business's own. */
export type CustomerFieldView = { id: string; key: string; label: string; kind: FieldKind };

/** What colleagues should know, whatever the conversation. */
export type CustomerNoteView = {
  id: string;
  body: string;
  author: { kind: string; name: string | null };
  createdAt: string;
};

/** Filters of the list, without its page. */
export const CustomerFilter = z.object({
  search: z.string().max(200).optional(),
  tag: z.string().max(40).optional(),
  country: z.string().length(2).optional(),
  /** Who can be reached there. */
  reach: z.enum(["phone", "whatsapp"]).optional(),
  consent: z.enum(["opted_out"]).optional(),
  sort: z.enum(["newest", "name"]).default("newest"),
});
export type CustomerFilter = z.output<typeof CustomerFilter>;

export const FindCustomers = CustomerFilter.extend({
  address: z.string().max(255).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type FindCustomers = z.output<typeof FindCustomers>;

/** How many fit, and what they can be narrowed by. Counting stops at {@link mostCounted}. */
export type CustomerFacets = { count: number; tags: string[]; countries: string[] };

/** Counting stops here, so that it costs the same at any size. */
export const mostCounted = 10_000;

const customer = {
  name: z.string().trim().min(1).max(120),
  email: z.email().nullable(),
  timezone: z.string().max(60).nullable(),
  language: z.string().max(20).nullable(),
  tags: z.array(z.string().trim().min(1).max(40)).max(30),
  /** What is left out stays; "" empties a field. */
  fields: z.record(z.string().max(40), z.string().max(2000)),
};

export const ChangeCustomer = z.object(customer).partial().strict();
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;

/** A number or WhatsApp address in any spelling. */
export const NewAddress = z.object({ address: z.string().trim().min(1).max(255) }).strict();
export type NewAddress = z.infer<typeof NewAddress>;

export const CreateCustomer = z
  .object(customer)
  .partial()
  .extend({ name: customer.name, address: NewAddress.shape.address })
  .strict();
export type CreateCustomer = z.infer<typeof CreateCustomer>;

export const AddressParams = z.object({ id: z.uuid(), addressId: z.uuid() });
export const NoteParams = z.object({ id: z.uuid(), noteId: z.uuid() });

export const WriteCustomerNote = z.object({ body: z.string().trim().min(1).max(4000) }).strict();
export type WriteCustomerNote = z.infer<typeof WriteCustomerNote>;

export const NewField = z
  .object({ label: z.string().trim().min(1).max(60), kind: z.enum(fieldKinds).default("text") })
  .strict();
export type NewField = z.infer<typeof NewField>;

export const ChangeField = z.object({ label: NewField.shape.label }).strict();
export type ChangeField = z.infer<typeof ChangeField>;
