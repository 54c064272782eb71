import { ExampleFrame } from "@/app/design/example-frame";
import { SettingsShell } from "@/components/shell/settings-shell";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Switch } from "@/components/ui/form/switch";
import { Textarea } from "@/components/ui/form/textarea";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";

const groups = [
  {
    label: "Business",
    items: [
      { href: "/design/settings", label: "General" },
      { href: "/design/settings/people", label: "People" },
      { href: "/design/settings/hours", label: "Opening hours" },
    ],
  },
  {
    label: "Lines",
    items: [
      { href: "/design/settings/connections", label: "Connections" },
      { href: "/design/settings/numbers", label: "Numbers" },
    ],
  },
];

export default function SettingsExample() {
  return (
    <ExampleFrame>
      <SettingsShell groups={groups}>
        <PageHead title="General" actions={<Button variant="primary">Save</Button>} />
        <SectionColumn>
          <Section title="Your business" description="How customers see and hear you.">
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="Name">
                <Input defaultValue="Riverside Dental" />
              </Field>
              <Field label="Time zone">
                <Input defaultValue="America/Los_Angeles" />
              </Field>
            </div>
          </Section>
          <Section
            title="Receptionist"
            description="What it says first, and whether it may answer texts on its own."
          >
            <div className="flex flex-col gap-4">
              <Field label="Greeting" hint="Read out loud at the start of every call.">
                <Textarea defaultValue="Riverside Dental, this is Ava. How can I help?" />
              </Field>
              <Switch label="Answers texts" hint="People can take over at any time." defaultChecked />
              <Switch label="Texts back missed calls" hint="Once per caller and hour." />
            </div>
          </Section>
          <Section
            tone="danger"
            title="Delete this business"
            description="Removes every conversation, recording and number of Riverside Dental for good."
            actions={<Button variant="danger">Delete…</Button>}
          >
            {null}
          </Section>
        </SectionColumn>
      </SettingsShell>
    </ExampleFrame>
  );
}
