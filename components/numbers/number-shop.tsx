"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Banner } from "@/components/ui/page/banner";
import { OfferList } from "./offer-list";
import { Offers, type ShopAccount } from "./shop-answers";

type NumberShopProps = {
  accounts: ShopAccount[];
  start: ShopAccount | null;
  country: string;
  countries: Record<string, readonly string[]>;
};

const common = ["US", "CA", "GB", "IE", "AU", "DE", "FR", "IN"];
const kinds = [
  { value: "local", label: "Local" },
  { value: "mobile", label: "Mobile" },
  { value: "toll_free", label: "Toll-free" },
  { value: "national", label: "National" },
];
const needs = [
  { value: "", label: "Anything" },
  { value: "voice", label: "Calls" },
  { value: "sms", label: "Texts" },
  { value: "mms", label: "Pictures" },
];

/** Looks into a carrier's shop by country, kind, area, pattern and what the number can do. */
export function NumberShop({ accounts, start, country, countries }: NumberShopProps) {
  const [account, setAccount] = useState(start);
  const [found, setFound] = useState<Offers | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const searches = useRef(0);
  // What the account sells is shown at once, and again for another account.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the account is what the form reads
  useEffect(() => form.current?.requestSubmit(), [account]);
  const sold = countries[account?.carrier ?? ""] ?? [];
  const choices =
    sold.length > 0
      ? sold
      : [...new Set([country, ...common])].filter((code) => code !== "IN" || country === "IN");

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    const { need, ...rest } = fields;
    const filled = Object.entries({ ...rest, ...(need ? { [String(need)]: "true" } : {}) }).filter(
      ([, text]) => text !== "",
    );
    const query = new URLSearchParams(filled.map(([name, text]) => [name, String(text)]));
    if (account) query.set("carrier", account.carrier);
    if (account?.id) query.set("connectionId", account.id);
    searches.current += 1;
    const search = searches.current;
    setIsWorking(true);
    const answer = await callApi("GET", `/api/v1/numbers/available?${query}`, { answer: Offers });
    if (search !== searches.current) return; // a later one answers
    setIsWorking(false);
    setFailure(answer.ok ? null : (answer.problem.errors[0]?.message ?? sentenceOf(answer.problem)));
    setFound(answer.ok ? answer.data : null);
  }

  return (
    <div className="flex flex-col gap-5">
      <form ref={form} onSubmit={look} className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
        <Field label="Account">
          <Select
            options={accounts.map((one, index) => ({ value: String(index), label: one.label }))}
            value={String(
              Math.max(
                0,
                accounts.findIndex((one) => one.id === account?.id && one.carrier === account?.carrier),
              ),
            )}
            onValueChange={(value) => {
              setAccount(accounts[Number(value)] ?? null);
              setFound(null);
            }}
          />
        </Field>
        <Field label="Country">
          <Select
            key={choices.join()}
            name="country"
            options={choices.map(countryOption)}
            defaultValue={choices.includes(country) ? country : choices[0]}
          />
        </Field>
        <Field label="Type">
          <Select name="kind" options={kinds} defaultValue="local" />
        </Field>
        <Field label="Must be able to">
          <Select name="need" options={needs} defaultValue="" />
        </Field>
        <Field label="Area code" isOptional>
          <Input name="areaCode" inputMode="numeric" placeholder="212" maxLength={6} isTabular />
        </Field>
        <Field label="Contains" isOptional>
          <Input name="contains" placeholder="2255 or TAXI" maxLength={16} />
        </Field>
        <Field label="Town" isOptional>
          <Input name="locality" placeholder="Seattle" maxLength={80} />
        </Field>
        <Button type="submit" isLoading={isWorking} wide>
          Search
        </Button>
      </form>
      {failure && <Banner tone="bad" title={failure} />}
      {found && <OfferList found={found} account={account} onTaken={() => setFound(null)} />}
    </div>
  );
}

function countryOption(code: string) {
  return { value: code, label: new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code };
}
