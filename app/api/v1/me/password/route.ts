import { changePassword } from "@/lib/auth";
import { PasswordChange } from "@/lib/auth/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "signed_in", body: PasswordChange }, ({ ctx, body }) =>
  changePassword(ctx, body),
);
