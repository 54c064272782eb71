import type { Exchange, Reply } from "../../http/exchange";
import { json, nothing, problem } from "../../http/reply";
import { mediaOf } from "../../world/new-media";
import type { Media } from "../../world/records";
import { rfc2822 } from "../api/dates";
import { notFound } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";
import { findMessage } from "./find-message";

/** GET Messages/{sid}/Media.json */
export function listMedia(call: TwilioCall): Reply {
  const { mediaSids } = findMessage(call);
  return pageReply(call.exchange, "media_list", mediaOf(call.world, mediaSids), renderMedia);
}

/** GET Messages/{sid}/Media/{mediaSid}.json: what it is. */
export function fetchMedia(call: TwilioCall): Reply {
  return json(200, renderMedia(findMedia(call)));
}

/** GET Messages/{sid}/Media/{mediaSid}: the file itself, by a redirect to the storage host. */
export function downloadMedia(call: TwilioCall): Reply {
  const { storageName } = findMedia(call);
  return { status: 307, headers: { location: `${call.world.ownUrl}/storage/${storageName}` } };
}

/** DELETE Messages/{sid}/Media/{mediaSid}.json */
export function deleteMedia(call: TwilioCall): Reply {
  const { sid, accountSid, messageSid } = findMedia(call);
  const message = call.world.store.messages.get(messageSid);
  if (message) message.mediaSids = message.mediaSids.filter((other) => other !== sid);
  call.world.store.media.delete(sid);
  call.world.ledger.write("media.deleted", { carrier: "twilio", sid, accountSid, messageSid });
  return nothing();
}

/** GET /storage/{name}: the storage host; the name is the secret, no credentials are asked for. */
export function readStorage({ world, params }: Exchange): Reply {
  const media = [...world.store.media.values()].find(({ storageName }) => storageName === params.name);
  if (!media) return problem(404, "This file is not stored any more.");
  const headers = {
    "content-type": media.contentType,
    "content-length": String(media.data.length),
    // Anyone may have sent this file, and the handset page shares its origin.
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
  };
  return { status: 200, headers, body: media.data };
}

function findMedia(call: TwilioCall): Media {
  const message = findMessage(call);
  const media = mediaOf(call.world, message.mediaSids).find(({ sid }) => sid === call.params.mediaSid);
  if (!media) throw notFound(call.exchange.path);
  return media;
}

function renderMedia({
  sid,
  accountSid,
  messageSid,
  contentType,
  createdAt,
}: Media): Record<string, unknown> {
  return {
    sid,
    account_sid: accountSid,
    parent_sid: messageSid,
    content_type: contentType,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(createdAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}/Media/${sid}.json`,
  };
}
