import { AuditFilter } from "@/lib/audit/schema";
import { PasswordChange, ProfileChange } from "@/lib/auth/schema";
import { HistoryQuery } from "@/lib/dashboard/schema";
import { InboxFilter, KeepDraft, NewInboxView, RowsQuery, SearchQuery, TellTyping } from "@/lib/inbox/schema";
import { NewKey } from "@/lib/keys/schema";
import { Acceptance, InvitationToken, MemberChange, NewInvitation } from "@/lib/members/schema";
import {
  KnownAnswers,
  NumberQuery,
  Offers,
  OneNumber,
  OpeningTimes,
  Rehearsal,
  SaveReceptionist,
  TransferTargets,
} from "@/lib/receptionist/schema";
import { SignUp, TenantRemoval, TenantSwitch } from "@/lib/tenants/schema";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";
import { platform } from "./platform";
import { screen } from "./screen";

const inbox: readonly Operation[] = [
  screen("GET", "/inbox", "conversations.read", "List the inbox", { query: InboxFilter }),
  screen("GET", "/inbox/counts", "conversations.read", "Count the inbox"),
  screen("GET", "/inbox/first-steps", "conversations.read", "Tell what a new business has done already"),
  screen("GET", "/inbox/rows", "conversations.read", "Read rows of the inbox again", {
    query: RowsQuery,
    example: { query: { ids: exampleIds.conversation } },
  }),
  screen("GET", "/inbox/search", "conversations.read", "Search messages and people", {
    query: SearchQuery,
    example: { query: { q: "friday" } },
  }),
  screen("GET", "/inbox/views", "conversations.read", "List saved views of the inbox"),
  screen("POST", "/inbox/views", "conversations.manage", "Save a view of the inbox", {
    body: NewInboxView,
    status: 201,
    example: { body: { name: "Urgent", isShared: false, filter: { tab: "open", priority: "urgent" } } },
  }),
  screen("DELETE", "/inbox/views/{id}", "conversations.manage", "Remove a saved view of the inbox"),
  screen("PUT", "/conversations/{id}/read", "conversations.read", "Mark as read"),
  screen("DELETE", "/conversations/{id}/read", "conversations.read", "Mark as unread"),
  screen("PUT", "/conversations/{id}/draft", "conversations.read", "Keep a draft", {
    body: KeepDraft,
    example: { params: { id: exampleIds.conversation }, body: { channel: "sms", body: "Hello" } },
  }),
  screen("PUT", "/conversations/{id}/typing", "conversations.read", "Tell the others that somebody types", {
    body: TellTyping,
    example: { params: { id: exampleIds.conversation }, body: { isTyping: true } },
  }),
  screen("GET", "/notifications", "events.read", "List what people should know"),
  screen("PUT", "/notifications/read", "events.read", "Mark notifications as read"),
  screen("GET", "/recordings/{id}/peaks", "calls.read", "Read the shape of a recording"),
  screen("GET", "/dashboard/today", "calls.read", "Read today's figures"),
  screen("GET", "/dashboard/needs", "conversations.read", "List what needs somebody"),
  screen("GET", "/dashboard/history", "calls.read", "Read the figures of past days", { query: HistoryQuery }),
];

const people: readonly Operation[] = [
  screen("PATCH", "/members/{id}", "members.manage", "Change a member's role", {
    body: MemberChange,
    example: { params: { id: exampleIds.member }, body: { role: "agent" } },
  }),
  screen("GET", "/invitations", "members.manage", "List open invitations"),
  screen("POST", "/invitations", "members.manage", "Invite somebody", {
    body: NewInvitation,
    status: 201,
    isLimited: true,
    example: { body: { email: "new@riverside.example", role: "agent" } },
  }),
  screen("DELETE", "/invitations/{id}", "members.manage", "Take an invitation back"),
  screen("PUT", "/invitations/{id}/link", "members.manage", "Renew an invitation", { isLimited: true }),
  screen("POST", "/invitations/acceptance", "public", "Accept an invitation", {
    body: Acceptance,
    status: 201,
    isLimited: true,
    example: { body: { token: "…", account: "mine", password: "…" } },
  }),
  screen("GET", "/keys", "keys.manage", "List API keys"),
  screen("POST", "/keys", "keys.manage", "Create an API key", {
    body: NewKey,
    status: 201,
    example: { body: { name: "Shop system", scopes: ["messages:write"] } },
  }),
  screen("DELETE", "/keys/{id}", "keys.manage", "Revoke an API key"),
  screen("GET", "/audit", "audit.read", "List the audit trail", { query: AuditFilter }),
  screen("GET", "/audit/export", "audit.read", "Fetch the audit trail as CSV", {
    query: AuditFilter,
    file: "text/csv",
  }),
  screen("GET", "/audit/verification", "audit.read", "Verify the chain of the audit trail", {
    isLimited: true,
  }),
];

const shape = {
  ...{
    numberId: null,
    name: "Ava",
    persona: "Warm and exact.",
    greeting: "Riverside Dental, this is Ava.",
    languages: ["en-US"],
  },
  ...{ voice: "", talk: "gather", address: "", facts: "", abilities: {}, recording: "off", limits: {} },
};

const receptionist: readonly Operation[] = [
  screen("GET", "/receptionist", "settings.read", "Read how calls are answered", { query: NumberQuery }),
  screen("PUT", "/receptionist", "receptionist.manage", "Shape the receptionist", {
    body: SaveReceptionist,
    example: { body: shape },
  }),
  screen("DELETE", "/receptionist", "receptionist.manage", "Take a number's own receptionist away", {
    query: OneNumber,
    example: { query: { numberId: exampleIds.number } },
  }),
  screen("PUT", "/receptionist/answers", "receptionist.manage", "Save the known answers", {
    body: KnownAnswers,
    example: { body: { answers: [] } },
  }),
  screen("PUT", "/receptionist/targets", "receptionist.manage", "Save who calls may be put through to", {
    body: TransferTargets,
    example: { body: { targets: [] } },
  }),
  screen("PUT", "/receptionist/offers", "receptionist.manage", "Save services and staff", {
    body: Offers,
    example: { body: { services: [], staff: [] } },
  }),
  screen("PUT", "/receptionist/opening", "receptionist.manage", "Save opening hours and special days", {
    body: OpeningTimes,
    example: { body: { weekly: [], days: [] } },
  }),
  screen("POST", "/receptionist/rehearsals", "receptionist.manage", "Rehearse one turn of a call", {
    body: Rehearsal,
    example: { body: { said: "When are you open?", history: [] } },
  }),
];

const account: readonly Operation[] = [
  screen("GET", "/me", "signed_in", "Read who is signed in"),
  screen("PATCH", "/me", "signed_in", "Change one's name", {
    body: ProfileChange,
    example: { body: { name: "Asha" } },
  }),
  screen("PUT", "/me/password", "signed_in", "Change one's password", {
    body: PasswordChange,
    example: { body: { currentPassword: "…", newPassword: "…" } },
  }),
  screen("POST", "/me/memberships", "signed_in", "Join a business by invitation", {
    body: InvitationToken,
    status: 201,
    example: { body: { token: "…" } },
  }),
  screen("GET", "/me/sessions", "signed_in", "List one's sessions"),
  screen("DELETE", "/me/sessions", "signed_in", "Sign out everywhere"),
  screen("DELETE", "/me/sessions/{id}", "signed_in", "End one session"),
  screen("DELETE", "/session", "signed_in", "Sign out"),
  screen("PUT", "/session/tenant", "signed_in", "Work in another business", {
    body: TenantSwitch,
    example: { body: { tenantId: exampleIds.team } },
  }),
  screen("GET", "/tenants", "signed_in", "List one's businesses"),
  screen("POST", "/tenants", "public", "Sign up", {
    body: SignUp,
    status: 201,
    isLimited: true,
    example: {
      body: { businessName: "Corner Cafe", name: "Olga", email: "olga@corner.example", password: "…" },
    },
  }),
  screen("DELETE", "/tenants/current", "tenant.remove", "Remove the business", {
    body: TenantRemoval,
    example: { body: { confirmation: "Riverside Dental" } },
  }),
  screen("DELETE", "/demo", "signed_in", "Remove the demo world"),
  screen("GET", "/openapi.json", "public", "Read this description"),
];

/** What the pages of this product ask. */
export const screens: readonly Operation[] = [...inbox, ...people, ...receptionist, ...account, ...platform];
