import { createReply } from "@/lib/inbox";
import type { Ctx } from "@/lib/kernel/context";

const replies = [
  {
    name: "Directions",
    body: "Hi {{customer.first_name|there}}, we are at 12 Mill Road, parking is behind the house.",
  },
  { name: "Book online", body: "You can pick a time that suits you here: {{business.booking_link}}" },
  {
    name: "We got your message",
    body: "Thanks {{customer.first_name}}! {{agent.first_name}} here, I'll look into it and write back today.",
  },
];

/** What the demo's people write again and again. */
export async function seedReplies(ctx: Ctx): Promise<void> {
  for (const reply of replies) await createReply(ctx, reply);
}
