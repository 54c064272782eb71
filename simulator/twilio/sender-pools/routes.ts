import type { Route } from "../../http/exchange";
import { bareTwilioRoute } from "../api/twilio-route";
import {
  createService,
  deleteService,
  fetchService,
  listServices,
  updateService,
} from "./messaging-service-routes";
import { addSender, fetchSender, listSenders, removeSender } from "./senders";

/** messaging.twilio.com: messaging services and their senders. The path alone tells them from the other hosts. */
export const serviceRoutes: Route[] = [
  bareTwilioRoute("POST", "/v1/Services", createService),
  bareTwilioRoute("GET", "/v1/Services", listServices),
  bareTwilioRoute("GET", "/v1/Services/{serviceSid}", fetchService),
  bareTwilioRoute("POST", "/v1/Services/{serviceSid}", updateService),
  bareTwilioRoute("DELETE", "/v1/Services/{serviceSid}", deleteService),
  bareTwilioRoute("POST", "/v1/Services/{serviceSid}/PhoneNumbers", addSender),
  bareTwilioRoute("GET", "/v1/Services/{serviceSid}/PhoneNumbers", listSenders),
  bareTwilioRoute("GET", "/v1/Services/{serviceSid}/PhoneNumbers/{sid}", fetchSender),
  bareTwilioRoute("DELETE", "/v1/Services/{serviceSid}/PhoneNumbers/{sid}", removeSender),
];
