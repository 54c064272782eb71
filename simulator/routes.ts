import { faultRoutes } from "./control/fault-routes";
import { ledgerRoutes } from "./control/ledger-routes";
import { handsetRoutes } from "./handset/routes";
import type { Route } from "./http/exchange";
import { twilioRoutes } from "./twilio/routes";
import { handsetCallRoutes } from "./voice/handset/routes";

/** Everything that the simulator answers. A further carrier or a further noun adds its table here. */
export const routes: Route[] = [
  ...twilioRoutes,
  ...handsetRoutes,
  ...handsetCallRoutes,
  ...ledgerRoutes,
  ...faultRoutes,
];
