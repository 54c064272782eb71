import { removeDemoWorld } from "@/lib/demo";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "signed_in" }, ({ ctx }) => removeDemoWorld(ctx));
