import { expect, test } from "vitest";
import type { Actor, Role } from "@/lib/kernel/context";
import { apiScopes, mayDo, type Permission, permissions } from "./permissions";

const user = (role: Role): Actor => ({ kind: "user", userId: "u", role });
const key = (...scopes: string[]): Actor => ({ kind: "api_key", keyId: "k", scopes });
const allowedTo = (actor: Actor) => permissions.filter((permission) => mayDo(actor, permission));

const agentMay: Permission[] = [
  ...(["messages.read", "messages.send", "conversations.read", "conversations.manage"] as const),
  ...(["customers.read", "customers.manage", "calls.read", "calls.manage"] as const),
  ...(["appointments.read", "appointments.manage", "numbers.read", "teams.read"] as const),
  ...(["settings.read", "events.read", "members.read", "customers.import", "softphone.use"] as const),
];

test("an agent works with customers and changes nothing about the business", () => {
  expect(allowedTo(user("agent")).toSorted()).toEqual(agentMay.toSorted());
});

test("an admin may everything but remove the business, an owner everything", () => {
  expect(permissions.filter((permission) => !mayDo(user("admin"), permission))).toEqual(["tenant.remove"]);
  expect(allowedTo(user("owner"))).toEqual(permissions);
});

test.each<[string[], Permission[]]>([
  [[], []],
  [["messages:read"], ["messages.read"]],
  [["messages:write"], ["messages.read", "messages.send"]],
  [["calls:read"], ["calls.read"]],
  [["customers:write"], ["customers.read", "customers.manage", "customers.import", "customers.export"]],
  [["nonsense:write", "messages"], []],
])("a key with %j may %j", (scopes, expected) => {
  expect(allowedTo(key(...scopes))).toEqual(expected);
});

test("no key, whatever its scopes, reaches people, keys, audit or the end of the business", () => {
  const never: Permission[] = [
    "customers.erase",
    "softphone.use",
    "members.manage",
    "keys.manage",
    "audit.read",
    "tenant.remove",
  ];
  expect(permissions.filter((permission) => !mayDo(key(...apiScopes), permission))).toEqual(never);
});

test.each<Actor>([
  { kind: "carrier", carrier: "twilio" },
  { kind: "job", job: "messages.deliver" },
  { kind: "assistant" },
  { kind: "system", why: "test" },
])("$kind passes no route", (actor) => {
  expect(allowedTo(actor)).toEqual([]);
});
