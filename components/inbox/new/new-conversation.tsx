"use client";
import { type FormEvent, useId, useState } from "react";
import { TextCounter } from "@/components/inbox/composer/text-counter";
import { useDesk } from "@/components/inbox/inbox-context";
import { Suggestions } from "@/components/inbox/new/suggestions";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Textarea } from "@/components/ui/form/textarea";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";

const channels = [
  { value: "sms", label: "SMS" },
  { value: "whatsapp", label: "WhatsApp" },
] as const;

/** A first message to anybody, with a number in any spelling. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const { prices } = useDesk();
  const { hrefOf } = useInboxRoute();
  const [to, setTo] = useState("");
  const [channel, setChannel] = useState<"sms" | "whatsapp">("sms");
  const [body, setBody] = useState("");
  const [refusal, setRefusal] = useState<Refused>();
  const [isSending, setIsSending] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const formId = useId();
  const isNumberWrong = refusal?.code === "invalid_number";

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isSending || !to.trim() || !body.trim()) return;
    setIsSending(true);
    setRefusal(undefined);
    try {
      const message = { to: to.trim(), body: body.trim(), channel };
      const headers = { "Idempotency-Key": `${key}-${fingerprint(message)}` };
      const { conversationId } = await request<{ conversationId: string }>("POST", "/api/v1/messages", {
        body: message,
        headers,
      });
      onClose();
      goTo(hrefOf({ tab: "open", conversationId, at: undefined, q: undefined }));
    } catch (error) {
      setRefusal(error instanceof Refused ? error : new Refused(0, {}));
    } finally {
      setIsSending(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New conversation"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isLoading={isSending}
            disabled={!to.trim() || !body.trim()}
          >
            Send
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} className="space-y-4">
        {refusal && !isNumberWrong && (
          <Banner
            tone="warn"
            title={refusal.message}
            action={
              refusal.instead.some(isSmsInstead) && channel === "whatsapp" ? (
                <Button size="sm" onClick={() => setChannel("sms")}>
                  Use SMS
                </Button>
              ) : undefined
            }
          />
        )}
        <Field
          label="To"
          hint="A phone number in any spelling, or a customer's name"
          error={isNumberWrong ? refusal.message : undefined}
        >
          <Input
            type="text"
            inputMode="text"
            autoComplete="off"
            isTabular
            placeholder="(415) 555-2671"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </Field>
        <Suggestions text={to} onPick={(address) => setTo(phoneFace(address))} />
        <div>
          <p className="mb-1.5 text-small font-medium">By</p>
          <SegmentedControl label="Channel" options={channels} value={channel} onValueChange={setChannel} />
        </div>
        <Field label="Message">
          <Textarea
            rows={4}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
        <div className="min-h-4.5 text-right text-meta text-muted">
          {channel === "sms" && <TextCounter body={body} price={prices.sms} />}
        </div>
      </form>
    </Dialog>
  );
}

function isSmsInstead(way: unknown): boolean {
  return typeof way === "object" && way !== null && "channel" in way && way.channel === "sms";
}

/** Changes with the text, so that a corrected message counts as another request. */
function fingerprint(message: object): string {
  let hash = 7;
  for (const character of JSON.stringify(message)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return String(hash >>> 0);
}
