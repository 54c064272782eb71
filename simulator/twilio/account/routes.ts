import type { Route } from "../../http/exchange";
import { twilioRoute } from "../api/twilio-route";
import { fetchAccount, fetchBalance } from "./account";
import {
  createApplication,
  deleteApplication,
  fetchApplication,
  listApplications,
  updateApplication,
} from "./applications";
import { createKey, deleteKey, fetchKey, listKeys, renameKey } from "./keys";

const tokenOnly = { tokenOnly: true };

/** A Twilio account, its keys and its applications. */
export const accountRoutes: Route[] = [
  twilioRoute("GET", ".json", fetchAccount, { tokenOnly: true, evenSuspended: true }),
  twilioRoute("GET", "/Balance.json", fetchBalance),
  twilioRoute("POST", "/Keys.json", createKey, tokenOnly),
  twilioRoute("GET", "/Keys.json", listKeys, tokenOnly),
  twilioRoute("GET", "/Keys/{sid}.json", fetchKey, tokenOnly),
  twilioRoute("POST", "/Keys/{sid}.json", renameKey, tokenOnly),
  twilioRoute("DELETE", "/Keys/{sid}.json", deleteKey, tokenOnly),
  twilioRoute("POST", "/Applications.json", createApplication),
  twilioRoute("GET", "/Applications.json", listApplications),
  twilioRoute("GET", "/Applications/{sid}.json", fetchApplication),
  twilioRoute("POST", "/Applications/{sid}.json", updateApplication),
  twilioRoute("DELETE", "/Applications/{sid}.json", deleteApplication),
];
