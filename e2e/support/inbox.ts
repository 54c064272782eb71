import { randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { type HandsetText, simulator } from "./simulator";

/** The demo business's number. */
export const demoNumber = "+15005550006";

/** A phone that nobody used before, and texting the demo business from it. */
export function newHandset(): {
  phone: string;
  face: string;
  text: (body: string, more?: Partial<HandsetText>) => Promise<unknown>;
} {
  const digits = `646${randomInt(200, 999)}${String(randomInt(0, 10_000)).padStart(4, "0")}`;
  const phone = `+1${digits}`;
  return {
    phone,
    face: `+1 (${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`,
    text: (body, more) => simulator.text({ from: phone, to: demoNumber, body, ...more }),
  };
}

/** The rows of the list, the thread and the field one writes in. */
export function inboxOf(page: Page) {
  const row = (text: string) =>
    page.getByRole("list", { name: "Conversations" }).getByRole("link").filter({ hasText: text });
  return {
    row,
    /** The row of the conversation that is open now, whatever it says. */
    openRow: () => page.locator(`[data-conversation="${page.url().match(/inbox\/([0-9a-f-]{36})/)?.[1]}"]`),
    thread: page.getByRole("region", { name: "Messages" }),
    field: page.getByRole("textbox", { name: "Message" }),
    async open(text: string) {
      await row(text).click();
      await expect(page.getByRole("region", { name: "Messages" })).toContainText(text);
    },
  };
}

/** What the carrier was really asked to send to a phone. */
export async function sentTo(phone: string): Promise<string[]> {
  const sent = await simulator.ledger("message.sent");
  return sent.filter(({ to }) => to === phone || to === `whatsapp:${phone}`).map(({ body }) => String(body));
}
