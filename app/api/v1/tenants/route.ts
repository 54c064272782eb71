import { listMyTenants, signUp } from "@/lib/tenants";
import { SignUp } from "@/lib/tenants/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "signed_in" }, async ({ ctx }) => ({
  data: await listMyTenants(ctx),
  nextCursor: null,
}));

export const POST = route(
  { can: "public", body: SignUp, status: 201, limit: { burst: 20, perSeconds: 600 } },
  async ({ ctx, body }) => {
    await signUp(ctx, body);
    return { email: body.email };
  },
);
