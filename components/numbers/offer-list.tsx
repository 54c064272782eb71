"use client";
import { SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { Tag } from "@/components/ui/display/tag";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import { EmptyState } from "@/components/ui/page/empty-state";
import {
  Bought,
  type Offer,
  type Offers,
  priceWords,
  requirementWords,
  type ShopAccount,
} from "./shop-answers";

const sources = {
  own: "The carrier charges your own account.",
  platform: "Charged to this installation; counts against your business's limit.",
  simulator: "Simulated numbers: nothing is charged, and no real phone can reach them.",
  demo: "Demo numbers: no carrier account is connected, so these ring nowhere. They let you try everything else.",
};

type OfferListProps = { found: Offers; account: ShopAccount | null; onTaken: () => void };

/** What the shop has, each with its price and what the carrier asks for before it sells. */
export function OfferList({ found, account, onTaken }: OfferListProps) {
  const [chosen, setChosen] = useState<Offer | null>(null);
  if (found.data.length === 0)
    return (
      <EmptyState icon={<SearchX aria-hidden />} title="Nothing like that for sale">
        Try another area, another type, or fewer digits.
      </EmptyState>
    );
  return (
    <>
      <Banner title={sources[found.source]} />
      <ul className="divide-y divide-line rounded-card border border-line bg-panel">
        {found.data.map((offer) => (
          <OfferRow
            key={offer.e164}
            offer={offer}
            isDemo={found.source === "demo"}
            onChoose={() => setChosen(offer)}
          />
        ))}
      </ul>
      {chosen && account && (
        <BuyDialog
          offer={chosen}
          account={account}
          words={sources[found.source]}
          onClose={() => setChosen(null)}
          onTaken={onTaken}
        />
      )}
    </>
  );
}

function OfferRow({ offer, isDemo, onChoose }: { offer: Offer; isDemo: boolean; onChoose: () => void }) {
  const { e164, locality, region, capabilities } = offer;
  const needs = requirementWords(offer);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">
          <PhoneNumber e164={e164} />
        </p>
        <p className="text-meta text-muted">{[locality, region].filter(Boolean).join(", ")}</p>
        {needs && <p className="text-meta text-warn">{needs}</p>}
      </div>
      <span className="flex gap-1.5">
        {capabilities.voice && <Tag>Calls</Tag>}
        {capabilities.sms && <Tag>Texts</Tag>}
        {isDemo && <Tag tone="accent">Demo</Tag>}
      </span>
      <span className="tabular text-small text-muted max-sm:flex-1">
        {isDemo ? "Free" : (priceWords(offer) ?? "Price at the carrier")}
      </span>
      <Button size="sm" onClick={onChoose} aria-label={`${isDemo ? "Take" : "Buy"} ${e164}`}>
        {isDemo ? "Take" : "Buy"}
      </Button>
    </li>
  );
}

type BuyDialogProps = {
  offer: Offer;
  account: ShopAccount;
  words: string;
  onClose: () => void;
  onTaken: () => void;
};

function BuyDialog({ offer, account, words, onClose, onTaken }: BuyDialogProps) {
  const router = useRouter();
  const price = priceWords(offer);
  const needs = requirementWords(offer);

  async function buy() {
    const answer = await callApi("POST", "/api/v1/numbers/purchases", {
      body: {
        ...{ carrier: account.carrier, connectionId: account.id, e164: offer.e164 },
        ...(offer.price ? { maxMonthly: offer.price.monthly } : {}),
      },
      answer: Bought,
    });
    if (!answer.ok) return void toast.error(sentenceOf(answer.problem));
    if (answer.data.webhooks.ok) toast.success(`${offer.e164} is yours`);
    else
      toast.error(
        `${offer.e164} is yours, but: ${answer.data.webhooks.sentence ?? ""} The connection doctor repairs it.`,
      );
    onTaken();
    router.push("/settings/numbers");
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={`Get ${offer.e164}?`}
      description={
        <>
          {price ? `${price}. ` : ""}
          {words}
          {needs ? ` ${needs}: without it the carrier refuses the purchase, and nothing is charged.` : ""}
        </>
      }
      confirmLabel={price ? "Buy number" : "Take number"}
      onConfirm={buy}
    />
  );
}
