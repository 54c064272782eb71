import { expect, test } from "vitest";
import { stampAddress } from "./stamp-address";

test.each<[string, string | undefined, Record<string, string>, string]>([
  ["a peer from outside", "198.51.100.7", {}, "198.51.100.7"],
  [
    "a peer from outside that claims to be somebody else",
    "198.51.100.7",
    { "x-forwarded-for": "203.0.113.9" },
    "198.51.100.7",
  ],
  ["a proxy on this machine", "127.0.0.1", { "x-forwarded-for": "203.0.113.9" }, "203.0.113.9"],
  ["a proxy whose client lied", "10.0.0.2", { "x-forwarded-for": "1.1.1.1, 203.0.113.9" }, "203.0.113.9"],
  ["a proxy over IPv6", "::1", { "x-forwarded-for": "2001:db8::7" }, "2001:db8::7"],
  ["an IPv4 peer on an IPv6 socket", "::ffff:198.51.100.7", {}, "198.51.100.7"],
  ["a browser on this machine", "::1", {}, "::1"],
  ["our own header sent by a client", "198.51.100.7", { "x-trunkline-address": "1.1.1.1" }, "198.51.100.7"],
  ["a socket that is gone", undefined, { "x-forwarded-for": "1.1.1.1" }, "unknown"],
])("%s", (_who, peer, headers, address) => {
  const stamped: Record<string, string | undefined> = { ...headers };
  stampAddress(stamped, peer);
  expect(stamped["x-trunkline-address"]).toBe(address);
});
