import type { z } from "zod";
import type { Connection } from "../../ports/connection";
import type { AvailableNumber, NumberSearch } from "../../ports/numbers";
import { readVobiz } from "./client";
import { vobizNumber } from "./number-shape";
import { readItems } from "./read-items";

/** Numbers in Vobiz's inventory. It sells geographic and, rarely, toll-free ones; other kinds give an empty list. */
export async function searchNumbers(connection: Connection, input: NumberSearch): Promise<AvailableNumber[]> {
  if (input.kind !== "local" && input.kind !== "toll_free") return [];
  const limit = Math.min(input.limit ?? 20, 50);
  const body = await readVobiz(connection, {
    method: "GET",
    path: "/Account/{id}/inventory/numbers",
    // `search` is a plain part of the number, without wildcards.
    query: {
      country: input.country,
      search: [input.areaCode, input.contains].join("").replace(/\D/g, "") || undefined,
      page: 1,
      per_page: limit,
    },
  });
  return readItems(body, vobizNumber)
    .filter((number) => !number.is_blocked && kindOf(number.e164) === input.kind && hasAll(number, input))
    .map(toAvailable)
    .slice(0, limit);
}

function kindOf(e164: string): "local" | "toll_free" {
  return e164.startsWith("+911800") ? "toll_free" : "local";
}

function hasAll(number: z.infer<typeof vobizNumber>, input: NumberSearch): boolean {
  const { voice, sms, mms } = input.needs ?? {};
  const has = number.capabilities;
  return (!voice || has.voice) && (!sms || has.sms) && (!mms || has.mms);
}

function toAvailable(number: z.infer<typeof vobizNumber>): AvailableNumber {
  return {
    e164: number.e164,
    friendlyName: number.e164,
    country: number.country,
    kind: kindOf(number.e164),
    capabilities: number.capabilities,
    requirement: number.aadhaar_verification_required ? "kyc" : "none",
    price: { monthly: number.monthly_fee, setup: number.setup_fee, currency: number.currency },
    ...(number.region === "" ? {} : { region: number.region }),
  };
}
