import type { Operation } from "../shape/operation";
import { appointments } from "./appointments";
import { automations } from "./automations";
import { businessOperations } from "./business";
import { calls } from "./calls";
import { conversations } from "./conversations";
import { customerImports } from "./customer-imports";
import { customers } from "./customers";
import { flows } from "./flows";
import { integrations } from "./integrations";
import { messages } from "./messages";
import { numbers } from "./numbers";
import { persons } from "./persons";
import { queues } from "./queues";
import { screens } from "./screens";
import { softphone } from "./softphone";
import { usage } from "./usage";

/** Every call of the API, in the order of the reference. */
export const operations: readonly Operation[] = [
  ...messages,
  ...conversations,
  ...customers,
  ...persons,
  ...customerImports,
  ...appointments,
  ...automations,
  ...calls,
  ...numbers,
  ...integrations,
  ...businessOperations,
  ...usage,
  ...screens,
  ...flows,
  ...queues,
  ...softphone,
];
