import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import type { Theme } from "@/components/theme/theme";

/** How each choice of theme is named and drawn. */
export const themeFaces: Record<Theme, { label: string; icon: LucideIcon }> = {
  system: { label: "As the device", icon: Monitor },
  light: { label: "Light", icon: Sun },
  dark: { label: "Dark", icon: Moon },
};

export const themeTrackClass = "inline-flex gap-0.5 rounded-control bg-selection p-0.5";

export const themeChoiceClass =
  "grid size-control-sm place-items-center rounded-[6px] text-muted hover:text-text data-[state=checked]:bg-raised data-[state=checked]:text-text data-[state=checked]:shadow-raised";
