import { type CarrierOutcome, carrier, type OwnedNumber } from "@/lib/carriers";
import { type OpenConnection, tellOutcome } from "@/lib/connections";
import { routingOf, webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readSwitches } from "@/lib/switches";
import { readTenant } from "@/lib/tenants";
import { unsafeAddNumber } from "./add-number";
import { isDemoStock } from "./demo-stock";
import { findOwnNumber } from "./find-own-number";
import { firstTeam, type Imported, takeOver } from "./import-number";
import { openAccount } from "./open-account";
import { type Purchase, type PurchasePrice, reservePurchase, settlePurchase } from "./reserve-purchase";
import type { NumberOrder } from "./schema";
import { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";

/**
 * Buys a number and points it to this desk. The purchase is written down and counted before the carrier is asked; when
 * its answer is lost, the account is looked at before anything is bought again. A number that the tenant has is not
 * bought but returned. `refused` with the reason at a cap, a higher price, or by the carrier.
 */
export async function buyNumber(ctx: Ctx, order: NumberOrder): Promise<Imported> {
  const own = await findOwnNumber(ctx, order.e164);
  if (own) return { id: own, webhooks: { ok: true, sid: "" } };
  const account = await openAccount(ctx, order);
  if (order.connectionId === null && account.opened && !(await readSwitches()).numberPurchases)
    throw new AppError(
      "refused",
      "Buying numbers through this installation's account is switched off. Connect an account of your own, or ask the administrator.",
      { details: { code: "purchases_off" } },
    );
  if (!account.opened) return takeDemoNumber(ctx, order);
  const holder = await unsafeTenantOfNumber(order.carrier, order.e164);
  if (holder !== null && holder !== ctx.tenantId)
    throw new AppError("conflict", "This number was just taken by somebody else. Choose another.");
  const price = await priceOf(account.opened, order);
  const purchase = await reservePurchase(ctx, order, price);
  const owned = await ask(ctx, account.opened, order, purchase);
  const taken = await takeOver(ctx, account.opened, owned, order.label);
  await settlePurchase(ctx, purchase.id, { state: "bought", numberId: taken.id });
  return taken;
}

/** Asks the carrier, once; returns the number that the account then has. */
async function ask(
  ctx: Ctx,
  opened: OpenConnection,
  order: NumberOrder,
  purchase: Purchase,
): Promise<OwnedNumber> {
  const { numbers } = carrier(opened.carrier);
  if (!numbers) throw new AppError("refused", "This carrier sells no numbers.");
  try {
    const there = purchase.isRepeat ? await numbers.find(opened.connection, order.e164) : null;
    if (there) return there;
    const outcome = await numbers.buy(opened.connection, {
      e164: order.e164,
      routing: await firstRouting(ctx, opened),
    });
    if (outcome.outcome !== "accepted" && outcome.outcome !== "unknown")
      return fail(ctx, opened, purchase, outcome);
    const owned = await numbers.find(opened.connection, order.e164);
    if (owned) return owned;
    return fail(
      ctx,
      opened,
      purchase,
      outcome.outcome === "unknown" ? outcome : { outcome: "unknown", why: "not listed yet" },
    );
  } catch (error) {
    if (error instanceof AppError && error.code === "refused") throw error;
    const why = error instanceof Error ? error.message : "no answer";
    return fail(ctx, opened, purchase, { outcome: "unknown", why });
  }
}

async function fail(
  ctx: Ctx,
  opened: OpenConnection,
  purchase: Purchase,
  outcome: Exclude<CarrierOutcome, { outcome: "accepted" }>,
): Promise<never> {
  const problem = tellOutcome(opened.carrier, outcome);
  const isOpen = outcome.outcome === "unknown";
  await settlePurchase(ctx, purchase.id, { state: isOpen ? "unknown" : "failed", problem });
  const sentence = isOpen
    ? `${carrier(opened.carrier).description.label} did not answer, so the number may or may not be bought. Buy it again: we look into the account first and never buy it twice.`
    : problem.sentence;
  throw new AppError("refused", sentence, {
    details: { code: isOpen ? "unknown_outcome" : "carrier_refused" },
  });
}

/** Webhooks that go along with the purchase where they stand on the number: it never rings into the void. */
async function firstRouting(ctx: Ctx, opened: OpenConnection) {
  const { description } = carrier(opened.carrier);
  if (description.webhooksBelongTo === "application") return {};
  return routingOf(description, webhookUrls(env.publicUrl, (await readTenant(ctx)).slug, description), "");
}

/** The price as the carrier tells it now; a dearer one than was shown is not paid. */
async function priceOf(opened: OpenConnection, order: NumberOrder): Promise<PurchasePrice> {
  const { numbers, description } = carrier(opened.carrier);
  const country = countryOf(order.e164, description.numberCountries);
  const shop = country
    ? await numbers
        ?.search(opened.connection, { country, kind: "local", contains: order.e164.slice(-7), limit: 20 })
        .catch(() => [])
    : [];
  const price = shop?.find((one) => one.e164 === order.e164)?.price;
  if (price && order.maxMonthly !== undefined && price.monthly > order.maxMonthly)
    throw new AppError(
      "refused",
      `The price has risen to ${price.monthly} ${price.currency} a month. Look at the list again.`,
      { details: { code: "price_changed" } },
    );
  return (
    price ??
    (order.maxMonthly === undefined ? undefined : { monthly: order.maxMonthly, setup: 0, currency: "" })
  );
}

function countryOf(e164: string, countries: readonly string[]): string | null {
  if (countries.length === 1) return countries[0] ?? null;
  return e164.startsWith("+1") ? "US" : null;
}

async function takeDemoNumber(ctx: Ctx, order: NumberOrder): Promise<Imported> {
  if (!isDemoStock(order.e164))
    throw new AppError(
      "refused",
      "No carrier account is connected. Connect one, or take one of the demo numbers.",
    );
  const { id } = await unsafeAddNumber(ctx, {
    ...{ e164: order.e164, carrier: order.carrier, label: order.label || "Demo number", isDemo: true },
    ...{ kinds: ["sms", "voice"], teamId: await firstTeam(ctx) },
  });
  return { id, webhooks: { ok: true, sid: "" } };
}
