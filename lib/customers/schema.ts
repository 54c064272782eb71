import { z } from "zod";

/** A customer as the API and the screens see one. */
export type CustomerView = {
  id: string;
  name: string;
  nameSource: string;
  email: string | null;
  addresses: { kind: string; address: string; optedOut: boolean }[];
  optedOut: boolean;
  city: string | null;
  region: string | null;
  country: string | null;
  timezone: string | null;
  language: string | null;
  tags: string[];
  createdAt: string;
};

export const FindCustomers = z.object({
  address: z.string().max(255).optional(),
  search: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export type FindCustomers = z.output<typeof FindCustomers>;

export const ChangeCustomer = z
  .object({
    name: z.string().trim().min(1).max(120),
    email: z.email().nullable(),
    timezone: z.string().max(60).nullable(),
    language: z.string().max(20).nullable(),
    tags: z.array(z.string().trim().min(1).max(40)).max(30),
  })
  .partial()
  .strict();
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;
