import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";

/** Twilio's refusals: HTTP status and wording by code. Sources: the contract's table; those marked † are from memory. */
const table = {
  20001: [400, "Invalid parameter"],
  20003: [401, "Authenticate"],
  20005: [403, "Account not active"], // †
  20009: [409, "Cannot delete this resource before delivery is complete"], // †
  20404: [404, "The requested resource was not found"],
  20429: [429, "Too Many Requests"],
  20500: [500, "An internal server error has occurred"],
  21201: [400, "No 'To' number is specified"], // †
  21205: [400, "Url parameter is required"], // †
  21210: [400, "The source phone number provided is not yet verified for your account"],
  21211: [400, "Invalid 'To' Phone Number"],
  21212: [400, "Invalid 'From' Phone Number"],
  21213: [400, "'From' phone number is required"], // †
  21214: [400, "'To' phone number cannot be reached"],
  21215: [400, "Account not authorized to call this number: geographic permissions"],
  21216: [400, "Account not allowed to call this number"],
  21217: [400, "Phone number does not appear to be valid"],
  21220: [400, "Call is not in-progress. Cannot redirect."], // †
  21266: [400, "'To' and 'From' number cannot be the same"], // †
  21408: [400, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"],
  21421: [400, "PhoneNumber is invalid"],
  21422: [400, "PhoneNumber is not available"],
  21452: [400, "No phone numbers found in area code"],
  21602: [400, "Message body is required."], // †
  21603: [400, "A 'From' phone number is required."], // †
  21604: [400, "A 'To' phone number is required."], // †
  21606: [
    400,
    "The 'From' phone number provided is not a valid message-capable Twilio phone number for this destination",
  ],
  21608: [400, "The number is unverified. Trial accounts cannot send messages to unverified numbers"],
  21610: [400, "Attempt to send to unsubscribed recipient"],
  21611: [400, "This 'From' number has exceeded the maximum number of queued messages"],
  21612: [400, "The 'To' phone number is not currently reachable using the 'From' phone number via SMS"],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, "The concatenated message body exceeds the 1600 character limit"], // †
  21619: [400, "A text message body or media urls must be specified."], // †
  21623: [400, "The media URL is not valid"], // †
  21219: [400, "The 'To' number is not verified. Trial accounts can call verified numbers only"], // †
  21631: [400, "Phone Number Requires an Address"], // †
  21703: [400, "The Messaging Service does not have a phone number available to send a message"], // †
  21710: [409, "Phone Number is already in the Messaging Service"], // †
  21910: [400, "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel"], // †
  30409: [409, "The message can no longer be canceled"], // †
  35114: [400, "SendAt must be between 15 minutes and 35 days in the future"], // †
  35118: [400, "MessagingServiceSid is required to schedule a message"], // †
  63007: [400, "Twilio could not find a Channel with the specified From address"], // †
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type TwilioErrorCode = keyof typeof table;

/** A refusal in Twilio's words. Thrown by whatever answers a Twilio path, rendered once by `twilioRoute`. */
export class TwilioError extends Error {
  readonly code: TwilioErrorCode;

  constructor(code: TwilioErrorCode, detail?: string) {
    super(detail ?? table[code][1]);
    this.code = code;
  }
}

/** Twilio's error envelope. */
export function errorReply({ code, message }: TwilioError): Reply {
  const status = table[code][0];
  const challenge = status === 401 ? { "www-authenticate": 'Basic realm="Twilio API"' } : undefined;
  return json(
    status,
    { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    challenge,
  );
}

/** The path names something that is not there, or not this account's. */
export function notFound(path: string): TwilioError {
  return new TwilioError(20404, `The requested resource ${path} was not found`);
}

/** How Twilio says 429 and 500 before its own code decides anything. */
export function twilioTrouble(status: 429 | 500): Reply {
  return errorReply(new TwilioError(status === 429 ? 20429 : 20500));
}
