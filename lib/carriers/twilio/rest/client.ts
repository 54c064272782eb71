import { createHash } from "node:crypto";
import type { Twilio } from "twilio";
import type { Connection } from "../../ports/connection";
import { carrierFailure } from "../../ports/failure";
import { readCredentials } from "../facts/credentials";
import { standInUrl } from "../facts/description";

const maximumClients = 200;
const clients = new Map<string, Twilio>();

/**
 * The SDK client of a connection. "token": as the account itself, which /Accounts and /Keys insist on (20003 with a
 * standard key). "key": with the API key when there is one, so that sending survives a rotated auth token.
 */
export async function twilioClient(connection: Connection, as: "key" | "token" = "key"): Promise<Twilio> {
  const login = readLogin(connection, as);
  const key = createHash("sha256").update(JSON.stringify(login)).digest("base64");
  const known = clients.get(key);
  if (known) return known;
  const { makeSdkClient } = await import("./sdk-client");
  return remember(key, makeSdkClient(login));
}

function readLogin(connection: Connection, as: "key" | "token") {
  const credentials = readCredentials(connection.credentials);
  if (!credentials) {
    throw carrierFailure({ code: "credentials", message: "Malformed Twilio credentials", retryable: false });
  }
  const { accountSid, authToken, apiKeySid, apiKeySecret } = credentials;
  const apiBaseUrl = standInUrl(connection.apiBaseUrl);
  if (as === "key" && apiKeySid && apiKeySecret) {
    return { accountSid, user: apiKeySid, secret: apiKeySecret, apiBaseUrl };
  }
  return { accountSid, user: accountSid, secret: authToken, apiBaseUrl };
}

function remember(key: string, client: Twilio): Twilio {
  clients.set(key, client);
  const oldest = clients.keys().next().value;
  if (clients.size > maximumClients && oldest !== undefined) clients.delete(oldest);
  return client;
}
