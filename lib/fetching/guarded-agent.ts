import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent } from "undici";
import { isPublicAddress } from "./public-address";

/** Thrown while connecting: the name leads to an address inside. */
export class BlockedAddress extends Error {
  readonly code = "EBLOCKED";
}

type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const resolveBySystem: Resolve = (host, done) => systemLookup(host, { all: true, verbatim: true }, done);

/**
 * An agent that looks at every address a name resolves to at the moment it dials, so that a name which changes its
 * answer between check and use (DNS rebinding) gains nothing.
 */
export function guardedAgent(resolve: Resolve = resolveBySystem): Agent {
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, []);
      const [chosen] = addresses;
      if (!chosen || !addresses.every((entry) => isPublicAddress(entry.address))) {
        return done(new BlockedAddress(`${host} leads to an address that is not public`), []);
      }
      return options.all ? done(null, addresses) : done(null, chosen.address, chosen.family);
    });
  };
  return new Agent({ connect: { lookup, timeout: 5_000 }, keepAliveTimeout: 4_000 });
}
