import { BlockList, isIPv4, isIPv6 } from "node:net";
import { addressHeader } from "@/lib/kernel/callers";

const nearby = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  nearby.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  nearby.addSubnet(network, bits, "ipv6");
}

/**
 * Notes on a request where it comes from. X-Forwarded-For is believed only from a peer on this machine or its private
 * network (the reverse proxy), and of it only the last entry, the one that this proxy wrote.
 */
export function stampAddress(
  headers: Record<string, string | string[] | undefined>,
  peer: string | undefined,
): void {
  const socketAddress = (peer ?? "unknown").replace(/^::ffff:/, "");
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  headers[addressHeader] = isNearby(socketAddress) && forwarded ? forwarded.slice(0, 64) : socketAddress;
}

function isNearby(address: string): boolean {
  if (isIPv4(address)) return nearby.check(address, "ipv4");
  return isIPv6(address) && nearby.check(address, "ipv6");
}
