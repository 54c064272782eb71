import {
  Activity,
  ArrowDownLeft,
  ArrowUpRight,
  Cable,
  CircleSlash,
  Cog,
  Info,
  type LucideIcon,
  MessageSquare,
  Sparkles,
  Wrench,
} from "lucide-react";

export type XrayFace = { word: string; icon: LucideIcon; look: string };

const plain = "border-line-strong bg-panel text-muted";

const faces: Record<string, XrayFace> = {
  webhook: {
    word: "From the carrier",
    icon: ArrowDownLeft,
    look: "border-transparent bg-call-soft text-call",
  },
  instructions: {
    word: "Our answer",
    icon: ArrowUpRight,
    look: "border-transparent bg-accent-soft text-accent",
  },
  turn: { word: "Said", icon: MessageSquare, look: plain },
  model: { word: "Model", icon: Sparkles, look: "border-transparent bg-accent-soft text-accent" },
  tool: { word: "Tool", icon: Wrench, look: "border-transparent bg-warn-soft text-warn" },
  socket: { word: "Connection", icon: Cable, look: "border-transparent bg-call-soft text-call" },
  status: { word: "Status", icon: Activity, look: plain },
  job: { word: "Afterwards", icon: Cog, look: plain },
  note: { word: "Note", icon: Info, look: plain },
};

const refused: XrayFace = {
  word: "Refused",
  icon: CircleSlash,
  look: "border-transparent bg-bad-soft text-bad",
};

/** How a line of the X-ray looks. */
export function xrayFace({ kind, title }: { kind: string; title: string }): XrayFace {
  if (kind === "tool" && title.endsWith("refused")) return refused;
  return faces[kind] ?? { word: kind, icon: Info, look: plain };
}
