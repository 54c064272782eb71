"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleSlash } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { consentQuery } from "@/components/customers/data/queries";
import { SideSection } from "@/components/customers/page/side-section";
import { useAbout } from "@/components/customers/page/use-about";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Textarea } from "@/components/ui/form/textarea";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { CustomerView } from "@/lib/customers/schema";

/** Every change of consent with its proof, and writing down what somebody said. */
export function ConsentList({ customer }: { customer: CustomerView }) {
  const { data: changes = [] } = useQuery(consentQuery(customer.id));
  const [isRecording, setIsRecording] = useState(false);
  return (
    <SideSection
      title="Consent"
      action={
        <Button size="sm" variant="ghost" onClick={() => setIsRecording(true)}>
          Record a change
        </Button>
      }
    >
      {changes.length === 0 && (
        <p className="text-small text-muted">
          {customer.optedOut
            ? "Opted out; nothing else is on record."
            : "They never said no. A STOP would stand here."}
        </p>
      )}
      <ol className="space-y-2">
        {changes.map(({ id, address, change, source, text, at }) => (
          <li key={id} className="flex items-start gap-2 text-small">
            {change === "opted_out" ? (
              <CircleSlash className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
            ) : (
              <CircleCheck className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
            )}
            <span className="min-w-0">
              {change === "opted_out" ? "No texts" : "Texts allowed"}, {sources[source] ?? source}
              {text && <span className="wrap-anywhere"> “{text}”</span>}
              <span className="block text-meta text-muted">
                {phoneFace(address)} · <RelativeTime at={at} form="long" />
              </span>
            </span>
          </li>
        ))}
      </ol>
      {isRecording && <RecordChange customer={customer} onClose={() => setIsRecording(false)} />}
    </SideSection>
  );
}

const sources: Record<string, string> = {
  stop_keyword: "they texted",
  start_keyword: "they texted",
  carrier: "told by the carrier",
  person: "written down by a colleague:",
  import: "from an imported list",
};

function RecordChange({ customer, onClose }: { customer: CustomerView; onClose: () => void }) {
  const { save, isWorking } = useAbout(customer.id);
  const formId = useId();
  const [addressId, setAddressId] = useState(customer.addresses[0]?.id ?? "");
  const [proof, setProof] = useState("");
  const isOut = customer.addresses.find(({ id }) => id === addressId)?.optedOut ?? false;

  async function record(event: FormEvent) {
    event.preventDefault();
    const change = isOut ? "opted_in" : "opted_out";
    if (await save("PUT", "/consent", { addressId, change, proof: proof.trim() })) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isOut ? "Allow texts again?" : "Stop all texts?"}
      description={
        isOut
          ? "They said no before. Write down how you know that they want texts again; it is kept as proof."
          : "Nobody and nothing will text this address again, until they say otherwise."
      }
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant={isOut ? "primary" : "danger"}
            isLoading={isWorking}
            disabled={proof.trim().length < 3}
          >
            {isOut ? "Allow texts" : "Stop texts"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={record} className="space-y-4">
        {customer.addresses.length > 1 && (
          <Field label="Address">
            <Select
              value={addressId}
              onValueChange={setAddressId}
              options={customer.addresses.map(({ id, address }) => ({
                value: id,
                label: phoneFace(address.replace(/^whatsapp:/, "")),
                hint: address.startsWith("whatsapp:") ? "WhatsApp" : "Phone",
              }))}
            />
          </Field>
        )}
        <Field label="How do you know?">
          <Textarea
            rows={3}
            placeholder={isOut ? "Signed the form on 20 November" : "Told us at the front desk"}
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
