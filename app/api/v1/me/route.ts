import { changeProfile, readMe } from "@/lib/auth";
import { ProfileChange } from "@/lib/auth/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "signed_in" }, ({ ctx }) => readMe(ctx));

export const PATCH = route({ can: "signed_in", body: ProfileChange }, ({ ctx, body }) =>
  changeProfile(ctx, body),
);
