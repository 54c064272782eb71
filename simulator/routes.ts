import { consoleRoutes } from "./control/console-routes";
import { faultRoutes } from "./control/fault-routes";
import { ledgerRoutes } from "./control/ledger-routes";
import { handsetRoutes } from "./handset/routes";
import type { Route } from "./http/exchange";
import { liveRoutes } from "./twilio/live/routes";
import { twilioRoutes } from "./twilio/routes";
import { vobizRoutes } from "./vobiz/rest/routes";
import { handsetCallRoutes } from "./voice/handset/routes";

/** Everything that the simulator answers. A further carrier or a further noun adds its table here. */
export const routes: Route[] = [
  ...twilioRoutes,
  ...liveRoutes,
  ...vobizRoutes,
  ...handsetRoutes,
  ...handsetCallRoutes,
  ...ledgerRoutes,
  ...faultRoutes,
  ...consoleRoutes,
];
