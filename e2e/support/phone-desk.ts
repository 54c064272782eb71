import { type BrowserContext, expect, type Page } from "@playwright/test";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { buyNumber, searchNumbers } from "@/lib/numbers";
import { NumberOrder, NumberQuery } from "@/lib/numbers/schema";
import { routeCalls } from "@/lib/setup";
import { type SeededMember, seedMember, seedTenant } from "@/lib/tenants/testing";
import { openProductDatabase } from "./database";
import { simulator } from "./simulator";

declare global {
  interface Window {
    /** Every peer connection of the page, once {@link rememberPeers} watches it. */
    peers: RTCPeerConnection[];
  }
}

/** A business of its own with a number at the simulator, whose calls ring one agent and then take a message. */
export type PhoneDesk = { number: string; owner: SeededMember; agent: SeededMember };

/** Makes a {@link PhoneDesk}. */
export async function makePhoneDesk(): Promise<PhoneDesk> {
  await openProductDatabase();
  const tenant = await seedTenant({ name: "Harbour Bikes" });
  const agent = await seedMember(tenant);
  const { id, e164 } = await buyAnyNumber(tenant.ctx);
  const targetId = newId();
  await withTenantSql(tenant.ctx, (sql) =>
    sql.run(
      "INSERT INTO transfer_targets (tenant_id, id, label, member_id, position) VALUES ($1::uuid, $2::uuid, 'Avery', $3::uuid, 0)",
      [tenant.ctx.tenantId, targetId, agent.memberId],
    ),
  );
  await routeCalls(tenant.ctx, id, { mode: "ring_voicemail", targetIds: [targetId], seconds: 60 });
  return { number: e164, owner: tenant.owner, agent };
}

/** Buys one of the numbers on sale; several stories want one at the same time. */
async function buyAnyNumber(ctx: Ctx): Promise<{ id: string; e164: string }> {
  const query = NumberQuery.parse({ carrier: "twilio", country: "US", kind: "local", voice: "true" });
  const { data } = await searchNumbers(ctx, query);
  const offers = data.map(({ e164 }) => ({ e164, order: Math.random() })).sort((a, b) => a.order - b.order);
  for (const { e164 } of offers) {
    const order = NumberOrder.parse({ carrier: "twilio", e164, label: "Main line" });
    const bought = await buyNumber(ctx, order).catch(() => null);
    if (bought) return { id: bought.id, e164 };
  }
  throw new Error("No number is left at the simulator.");
}

/** Lets a page remember its peer connections, so that a story can ask what was heard. */
export async function rememberPeers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    window.peers = peers;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
  });
}

type Heard = { packets: number; energy: number };

/** Sound that a page has received so far: packets, and the energy in them. */
function heardBy(page: Page): Promise<Heard> {
  return page.evaluate(async () => {
    const heard = { packets: 0, energy: 0 };
    for (const peer of window.peers) {
      for (const stat of (await peer.getStats()).values()) {
        if (stat.type !== "inbound-rtp" || stat.kind !== "audio") continue;
        heard.packets += stat.packetsReceived ?? 0;
        heard.energy += stat.totalAudioEnergy ?? 0;
      }
    }
    return heard;
  });
}

/** Waits until the page has heard something that is no silence. */
export async function expectSound(page: Page): Promise<void> {
  const before = await heardBy(page);
  await expect
    .poll(async () => {
      const now = await heardBy(page);
      return now.packets > before.packets + 20 && now.energy > before.energy + 0.0001;
    })
    .toBe(true);
}

/** Opens the handset page with a phone in hand, looking at a business's number. */
export async function openHandset(page: Page, phone: string, business: string): Promise<void> {
  const query = new URLSearchParams({ phone, business });
  await page.goto(`${simulator.url}/?${query}`);
  await page.getByRole("tab", { name: "Phone" }).click();
}

/** What floats over a desk's pages when the phone is in use. */
export const phoneOf = (page: Page) => ({
  calls: page.getByRole("region", { name: "Calls" }),
  button: page.getByRole("button", { name: /^Phone,/ }),
  panel: page.getByRole("dialog", { name: "Softphone" }),
  async goOnline() {
    await page.getByRole("button", { name: /^Phone,/ }).click();
    const panel = page.getByRole("dialog", { name: "Softphone" });
    await panel.getByRole("radio", { name: "Online" }).click();
    await expect(panel.getByText("Calls ring in this browser.")).toBeVisible();
    await page.keyboard.press("Escape");
  },
});
