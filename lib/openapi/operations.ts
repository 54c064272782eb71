import type { Operation } from "./operation";
import { businessOperations } from "./table/business";
import { calls } from "./table/calls";
import { conversations } from "./table/conversations";
import { customers } from "./table/customers";
import { integrations } from "./table/integrations";
import { messages } from "./table/messages";
import { numbers } from "./table/numbers";
import { screens } from "./table/screens";

/** Every call of the API, in the order of the reference. */
export const operations: readonly Operation[] = [
  ...messages,
  ...conversations,
  ...customers,
  ...calls,
  ...numbers,
  ...integrations,
  ...businessOperations,
  ...screens,
];
