import { buyPhone } from "@/lib/setup";
import { PhoneOrder } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", body: PhoneOrder, status: 201 }, ({ ctx, body }) =>
  buyPhone(ctx, "twilio", body),
);
