import { BlockList, isIP } from "node:net";

// IANA special-purpose registries: nothing in these ranges is a server on the public internet.
const specialFour: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
// Inside 2000::/3: Teredo and other protocol assignments, documentation, 6to4. All of them can carry an IPv4 address.
const specialSix: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

// Two lists, because one list lets IPv6 rules match IPv4 addresses through their mapped form.
const blockedFour = new BlockList();
for (const [network, prefix] of specialFour) blockedFour.addSubnet(network, prefix, "ipv4");
const blockedSix = new BlockList();
for (const [network, prefix] of specialSix) blockedSix.addSubnet(network, prefix, "ipv6");
// Everything outside is loopback, link-local, unique local, multicast, IPv4-mapped or NAT64.
const globalSix = new BlockList();
globalSix.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address is one that a stranger's URL may lead to. What is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blockedFour.check(address, "ipv4");
  return family === 6 && globalSix.check(address, "ipv6") && !blockedSix.check(address, "ipv6");
}
