"use client";
import { Inbox, Plus } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { Banner } from "@/components/ui/page/banner";
import { EmptyState } from "@/components/ui/page/empty-state";
import { Card } from "@/components/ui/page/section";
import { TabLinks } from "@/components/ui/page/tab-links";
import { Tabs } from "@/components/ui/page/tabs";

export function ShowcasePages() {
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Banner title="Demo data" action={<Button size="sm">Remove it</Button>}>
        These customers are made up. Nothing here can reach a real phone.
      </Banner>
      <Banner tone="good" title="The webhook arrived">
        Twilio reached this desk 2 seconds ago.
      </Banner>
      <Banner tone="warn" title="The WhatsApp window closes in 40 minutes">
        After that only templates can be sent until the customer writes again.
      </Banner>
      <Banner tone="bad" title="Twilio refused the token" action={<Button size="sm">Try again</Button>}>
        Copy the Auth Token from the Twilio console's first page and save it here again.
      </Banner>
      <Card>
        <TabLinks
          label="Conversations"
          links={[
            { href: "/design", label: "Open", count: 12, isCurrent: true },
            { href: "/design/frame", label: "Mine", count: 4, isCurrent: false },
          ]}
        />
      </Card>
      <Card>
        <Tabs
          label="Customer"
          tabs={[
            { value: "about", label: "About", content: <p>Prefers Dr. Patel. Insurance card is on file.</p> },
            { value: "earlier", label: "Earlier", count: 3, content: <p>#987 Billing question, 12 Oct.</p> },
            { value: "files", label: "Files", content: <p>One photo.</p> },
          ]}
        />
      </Card>
      <Card isFlush>
        <EmptyState
          icon={<Inbox aria-hidden />}
          title="No conversations yet"
          action={
            <Button variant="primary" icon={<Plus aria-hidden />}>
              Connect a number
            </Button>
          }
        >
          Calls and texts to your number show up here the moment they arrive.
        </EmptyState>
      </Card>
    </div>
  );
}
