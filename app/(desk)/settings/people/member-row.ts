import type { Role } from "@/lib/kernel/context";

/** A member as this table shows them. */
export type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  createdAt: Date;
};
