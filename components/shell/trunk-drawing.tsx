import { MessageCircle, MessageSquare, Phone, Voicemail } from "lucide-react";

const lines = [
  { y: 84, tone: "text-sms", soft: "fill-sms-soft", icon: MessageSquare },
  { y: 174, tone: "text-whatsapp", soft: "fill-whatsapp-soft", icon: MessageCircle },
  { y: 264, tone: "text-call", soft: "fill-call-soft", icon: Phone },
  { y: 354, tone: "text-voicemail", soft: "fill-voicemail-soft", icon: Voicemail },
];

const bars = [6, 12, 22, 14, 26, 18, 9, 16, 24, 12, 20, 8, 14, 6];

/** A quiet picture of what the product does: four lines run together into one timeline. */
export function TrunkDrawing() {
  return (
    <svg viewBox="0 0 560 440" className="h-auto w-full max-w-[560px]" fill="none" aria-hidden="true">
      {lines.map((line) => (
        <path
          key={line.y}
          d={`M74 ${line.y} H150 C 222 ${line.y}, 222 219, 304 219`}
          className={`${line.tone} opacity-45`}
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
      {lines.map(({ y, tone, soft, icon: Icon }) => (
        <g key={y} className={tone}>
          <circle cx="52" cy={y} r="25" className={soft} />
          <Icon x={41} y={y - 11} width={22} height={22} strokeWidth={1.7} />
        </g>
      ))}
      <TimelineCard />
      <circle cx="304.5" cy="219" r="6.5" className="fill-accent stroke-bg" strokeWidth="3" />
    </svg>
  );
}

function TimelineCard() {
  return (
    <g>
      <rect x="304.5" y="56.5" width="236" height="326" rx="18" className="fill-panel stroke-line" />
      <circle cx="338" cy="92" r="14" className="fill-tint-1" />
      <rect x="362" y="83" width="92" height="7" rx="3.5" className="fill-text opacity-80" />
      <rect x="362" y="96" width="60" height="5" rx="2.5" className="fill-muted opacity-45" />
      <path d="M305 120.5H540" className="stroke-line" />
      <rect x="322" y="138" width="124" height="36" rx="10" className="fill-bubble" />
      <rect x="334" y="149" width="88" height="5" rx="2.5" className="fill-muted opacity-60" />
      <rect x="334" y="159" width="60" height="5" rx="2.5" className="fill-muted opacity-60" />
      <rect
        x="400.5"
        y="186.5"
        width="124"
        height="36"
        rx="10"
        className="fill-accent-soft stroke-accent-line"
      />
      <rect x="413" y="197" width="92" height="5" rx="2.5" className="fill-accent opacity-60" />
      <rect x="413" y="207" width="64" height="5" rx="2.5" className="fill-accent opacity-60" />
      <rect x="322.5" y="238.5" width="202" height="68" rx="11" className="stroke-line" />
      <rect x="336" y="250" width="84" height="5" rx="2.5" className="fill-text opacity-70" />
      {bars.map((height, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
          key={index}
          x={338 + index * 8}
          y={281 - height / 2}
          width="3.5"
          height={height}
          rx="1.75"
          className={index < 6 ? "fill-call" : "fill-line-strong"}
        />
      ))}
      <rect x="470" y="272" width="40" height="17" rx="6" className="fill-good-soft" />
      <rect x="479" y="278" width="22" height="5" rx="2.5" className="fill-good" />
      <rect x="400" y="322" width="124" height="36" rx="10" className="fill-own" />
      <rect x="413" y="333" width="86" height="5" rx="2.5" className="fill-on-own opacity-85" />
      <rect x="413" y="343" width="52" height="5" rx="2.5" className="fill-on-own opacity-85" />
    </g>
  );
}
