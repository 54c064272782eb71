import type { Softphone } from "../../ports/softphone";
import { readCredentials } from "../facts/credentials";

/** The longest life that Twilio recommends; its server takes up to a day, its library anything (contract §7). */
const mostSeconds = 3_600;

/** Access tokens of Twilio's browser SDK. */
export const softphone: Softphone = {
  async token(connection, { identity, applicationId, seconds }) {
    const credentials = readCredentials(connection.credentials);
    if (!credentials?.apiKeySid || !credentials.apiKeySecret) return null;
    const { default: twilio } = await import("twilio");
    const { AccessToken } = twilio.jwt;
    const token = new AccessToken(credentials.accountSid, credentials.apiKeySid, credentials.apiKeySecret, {
      identity,
      ttl: Math.min(seconds, mostSeconds),
    });
    token.addGrant(
      new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: applicationId }),
    );
    return token.toJwt();
  },
};
