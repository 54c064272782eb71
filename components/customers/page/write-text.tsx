"use client";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { aboutKey } from "@/components/customers/data/queries";
import { TextCounter } from "@/components/inbox/composer/text-counter";
import { useDesk } from "@/components/inbox/inbox-context";
import { QuietWays } from "@/components/inbox/schedule/quiet-ways";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Select } from "@/components/ui/form/select";
import { Textarea } from "@/components/ui/form/textarea";
import { Banner } from "@/components/ui/page/banner";
import type { CustomerView } from "@/lib/customers/schema";

type Way = { value: string; label: string; channel: "sms" | "whatsapp"; to: string };

/** A text to this person, through the send gate: what it refuses it explains, and what would be possible it offers. */
export function WriteText({ customer }: { customer: CustomerView }) {
  const { prices } = useDesk();
  const queries = useQueryClient();
  const ways = waysTo(customer);
  const [chosen, setChosen] = useState<string>();
  const [body, setBody] = useState("");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<Refused>();
  const [isSending, setIsSending] = useState(false);
  const way = ways.find(({ value }) => value === chosen) ?? ways[0];
  const bySms = ways.find(({ channel }) => channel === "sms");

  async function send(timing: { sendAt?: string; evenIfQuiet?: boolean } = {}) {
    if (!way || !body.trim() || isSending) return;
    setIsSending(true);
    setRefusal(undefined);
    try {
      const message = { to: way.to, channel: way.channel, body: body.trim(), ...timing };
      await request("POST", "/api/v1/messages", { body: message, headers: { "Idempotency-Key": key } });
      setBody("");
      await queries.invalidateQueries({ queryKey: aboutKey(customer.id) });
    } catch (error) {
      setRefusal(error instanceof Refused ? error : new Refused(0, {}));
    } finally {
      setKey(crypto.randomUUID());
      setIsSending(false);
    }
  }

  if (customer.addresses.length > 0 && customer.addresses.every(({ optedOut }) => optedOut))
    return (
      <div className="border-t border-line p-3 md:px-6">
        <Banner tone="warn" title="They said no to texts.">
          Call them, or record that they changed their mind under Consent.
        </Banner>
      </div>
    );
  if (!way) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      aria-label="Write a text"
      className="space-y-2 border-t border-line bg-panel p-3 md:px-6"
    >
      {refusal && (
        <Banner
          tone="warn"
          title={refusal.message}
          action={
            refusal.code === "quiet_hours" ? (
              <QuietWays refusal={refusal} onChoose={(timing) => void send(timing)} />
            ) : way.channel === "whatsapp" && bySms ? (
              <Button size="sm" onClick={() => setChosen(bySms.value)}>
                Use SMS
              </Button>
            ) : undefined
          }
        />
      )}
      <Textarea
        aria-label="Message"
        rows={2}
        placeholder={`Text ${customer.name.split(" ")[0]}`}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
            event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-60 max-w-full">
          <Select label="Send by" options={ways} value={way.value} onValueChange={setChosen} />
        </span>
        <span className="min-w-0 flex-1 text-meta text-muted">
          {way.channel === "sms" && <TextCounter body={body} price={prices.sms} />}
        </span>
        <Link
          href={`/inbox?q=${encodeURIComponent(way.to.replace(/^whatsapp:/, ""))}`}
          className="text-small text-muted underline underline-offset-2 hover:text-text"
        >
          Open in the inbox
        </Link>
        <Button type="submit" variant="primary" isLoading={isSending} disabled={!body.trim()}>
          Send
        </Button>
      </div>
    </form>
  );
}

function waysTo({ addresses }: CustomerView): Way[] {
  return addresses.flatMap(({ id, kind, address, optedOut }): Way[] => {
    if (optedOut) return [];
    const face = phoneFace(address.replace(/^whatsapp:/, ""));
    if (kind === "whatsapp")
      return [{ value: id, label: `WhatsApp ${face}`, channel: "whatsapp", to: address }];
    return [{ value: id, label: `SMS ${face}`, channel: "sms", to: address }];
  });
}
