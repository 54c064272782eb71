import type { PayStep } from "../../instructions";
import { endQuiet, hear, type LiveCall, type Next, notify, pass, speakingSeconds, tell } from "../call";
import { nextAfter } from "./interruption";
import { cardType, fieldProblem, maskCard, type PayField } from "./pay-rules";

const fields: { name: PayField; prompt: string }[] = [
  { name: "payment-card-number", prompt: "Please enter your credit card number, followed by the pound key." },
  {
    name: "expiration-date",
    prompt: "Please enter your card's expiration date, two digits for the month and two for the year.",
  },
  { name: "security-code", prompt: "Please enter your security code." },
  { name: "postal-code", prompt: "Please enter your postal code." },
];

const MOST_ATTEMPTS = 3;

type Entered = { value: string } | { result: string; next: Next | null };

/** Takes card details by keypad and asks the action with what is left of them after masking. */
export async function performPay(call: LiveCall, step: PayStep): Promise<Next> {
  const values = new Map<PayField, string>();
  for (const [index, field] of fields.entries()) {
    const entered = await enterField(call, step, field.name, step.prompts[index] ?? field.prompt);
    if ("result" in entered) return finish(call, step, { Result: entered.result }, entered.next);
    values.set(field.name, entered.value);
  }
  await reportField(call, step, "payment-processing", 1, "");
  return finish(
    call,
    step,
    { ...paid(call, step, values.get("payment-card-number")), ...masked(values) },
    null,
  );
}

async function enterField(call: LiveCall, step: PayStep, name: PayField, prompt: string): Promise<Entered> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    await reportField(call, step, name, attempt, "");
    const sound = { text: prompt, seconds: speakingSeconds(prompt), from: "carrier" as const };
    const early = await hear(call, sound, "prompt");
    endQuiet(call);
    tell(call, { type: "listening", keys: true, speech: false, seconds: 5, numDigits: null });
    const heard = early ?? (await pass(call, 5, "listening"));
    const stopped = nextAfter(heard);
    if (stopped) return { result: "caller-hung-up", next: stopped };
    const keys = heard && !("changed" in heard) && "press" in heard.did ? heard.did.press : "";
    if (keys.includes("*")) return { result: "caller-interrupted-with-star", next: null };
    const value = keys.replace(/\D/g, "");
    const wrong = fieldProblem(name, value);
    if (!wrong) return { value };
    await reportField(call, step, name, attempt, wrong);
  }
  return { result: "too-many-failed-attempts", next: null };
}

async function reportField(
  call: LiveCall,
  step: PayStep,
  name: string,
  attempt: number,
  error: string,
): Promise<void> {
  const { sid, accountSid } = call.record;
  const status = { AccountSid: accountSid, CallSid: sid, For: name, Attempt: String(attempt) };
  await notify(call, step.status, { kind: "pay", fields: error ? { ...status, ErrorType: error } : status });
}

/** The payment company's test card that is always declined. */
const DECLINED = "4000000000000002";

function paid(
  call: LiveCall,
  { chargeAmount, tokenType }: PayStep,
  card: string | undefined,
): Record<string, string> {
  if (card === DECLINED)
    return {
      Result: "payment-connector-error",
      PaymentError: "Your card was declined.",
      PayErrorCode: "64019",
    };
  const isCharge = Number(chargeAmount ?? 0) > 0;
  const proof = call.record.sid.slice(-12);
  if (isCharge) return { Result: "success", PaymentConfirmationCode: `ch_${proof}` };
  return { Result: "success", PaymentToken: `${tokenType === "payment-method" ? "pm" : "tok"}_${proof}` };
}

function masked(values: Map<PayField, string>): Record<string, string> {
  const card = values.get("payment-card-number") ?? "";
  return {
    PaymentMethod: "credit-card",
    PaymentCardNumber: maskCard(card),
    PaymentCardType: cardType(card),
    ExpirationDate: values.get("expiration-date") ?? "",
    SecurityCode: "xxx",
    PaymentCardPostalCode: values.get("postal-code") ?? "",
  };
}

async function finish(
  call: LiveCall,
  step: PayStep,
  result: Record<string, string>,
  stopped: Next | null,
): Promise<Next> {
  const event = { kind: "pay", fields: { ProfileId: "", ...result } } as const;
  if (!stopped && step.action) return { kind: "fetch", target: step.action, event };
  await notify(call, step.action, event);
  return stopped ?? { kind: "next" };
}
