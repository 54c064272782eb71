import { Sparkles } from "lucide-react";
import { Specimen } from "@/app/design/specimen";
import { Avatar } from "@/components/ui/display/avatar";
import { type ChannelFace, ChannelIcon } from "@/components/ui/display/channel-icon";
import { CodeBlock } from "@/components/ui/display/code-block";
import { CopyField } from "@/components/ui/display/copy-field";
import { CountBadge } from "@/components/ui/display/count-badge";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { ProgressBar } from "@/components/ui/display/progress-bar";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { SkeletonRows } from "@/components/ui/display/skeleton";
import { StateBadge } from "@/components/ui/display/state-badge";
import { type StateName, stateFaces } from "@/components/ui/display/state-face";
import { Tag } from "@/components/ui/display/tag";

const people = [
  "Jordan Blake",
  "Mira Kapoor",
  "Tomás Ortega",
  "Lena Novak",
  "David Wu",
  "Sofia Rossi",
  "Emeka Adeyemi",
  "Priya Nair",
  "Łukasz Żak",
];
const channels: ChannelFace[] = [
  "sms",
  "whatsapp",
  "call",
  "call_in",
  "call_out",
  "call_missed",
  "voicemail",
  "note",
];
const states = Object.keys(stateFaces) as StateName[];
const curl =
  'curl https://desk.example/api/v1/messages \\\n  -H \'Authorization: Bearer tk_…\' \\\n  -d \'{"to":"+14155552671","body":"See you Friday!"}\'';

export function ShowcaseFacts() {
  return (
    <>
      <Specimen title="Avatar">
        {people.map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name={null} />
        <Avatar name="Anika Patel" status="online" />
        <Avatar name="Ben Ode" status="away" size="sm" />
        <Avatar name="Jordan Blake" size="lg" />
      </Specimen>
      <Specimen title="Tags, counts, channels">
        <Tag tone="accent" icon={<Sparkles aria-hidden />}>
          Handled by AI
        </Tag>
        <Tag>#1042</Tag>
        <Tag tone="bad">High</Tag>
        <Tag tone="good">Positive</Tag>
        <Tag tone="warn">Promised</Tag>
        <Tag tone="quiet">Demo</Tag>
        <CountBadge count={2} />
        <CountBadge count={140} />
        <span className="flex flex-wrap gap-3">
          {channels.map((channel) => (
            <ChannelIcon key={channel} channel={channel} />
          ))}
        </span>
        {channels.map((channel) => (
          <ChannelIcon key={channel} channel={channel} isBoxed />
        ))}
      </Specimen>
      <Specimen title="States">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        <span className="w-full text-meta text-muted">
          Anika · 09:41 · <StateBadge state="delivered" isInline />
        </span>
      </Specimen>
      <Specimen title="Times and numbers" isColumn>
        <Times />
        <PhoneNumber e164="+14155552671" />
        <PhoneNumber e164="+919876543210" />
        <PhoneNumber e164="+442079460958" />
        <ProgressBar label="Importing customers" value={6420} max={10000} detail="8 rows need a look" />
      </Specimen>
      <Specimen title="To copy" isColumn>
        <CopyField label="Webhook address" value="https://desk.example/api/twilio/riverside/sms" />
        <CopyField
          label="API key"
          value="tk_live_6d1f0c9a8b7e"
          isSecret
          hint="Shown once. Keep it somewhere safe."
        />
        <CodeBlock label="Send a text" code={curl} />
      </Specimen>
      <Specimen title="Loading" isColumn>
        <SkeletonRows count={3} />
      </Specimen>
    </>
  );
}

function Times() {
  const now = Date.now();
  const ages = [20_000, 4 * 60_000, 5 * 3_600_000, 30 * 3_600_000, 80 * 3_600_000, 900 * 3_600_000];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      {ages.map((age) => (
        <RelativeTime key={age} at={new Date(now - age)} />
      ))}
      <RelativeTime at={new Date(now)} form="clock" zone="Asia/Kolkata" />
      <RelativeTime at={new Date(now - 80 * 3_600_000)} form="long" zone="America/New_York" />
    </p>
  );
}
