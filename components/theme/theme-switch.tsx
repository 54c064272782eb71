"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { readTheme, type Theme, themes } from "@/components/theme/theme";
import { useTheme } from "@/components/theme/use-theme";

const faces: Record<Theme, { label: string; icon: typeof Sun }> = {
  system: { label: "As the device", icon: Monitor },
  light: { label: "Light", icon: Sun },
  dark: { label: "Dark", icon: Moon },
};

/** Three small buttons: as the device, light, dark. Applies at once and is remembered. */
export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  return (
    <RadioGroup.Root
      aria-label="Theme"
      value={theme}
      onValueChange={(value) => setTheme(readTheme(value))}
      orientation="horizontal"
      className="inline-flex gap-0.5 rounded-control bg-selection p-0.5"
    >
      {themes.map((name) => (
        <ThemeButton key={name} name={name} />
      ))}
    </RadioGroup.Root>
  );
}

function ThemeButton({ name }: { name: Theme }) {
  const { label, icon: Icon } = faces[name];
  return (
    <RadioGroup.Item
      value={name}
      aria-label={label}
      title={label}
      className="grid size-control-sm place-items-center rounded-[6px] text-muted hover:text-text data-[state=checked]:bg-raised data-[state=checked]:text-text data-[state=checked]:shadow-raised"
    >
      <Icon className="size-4" aria-hidden />
    </RadioGroup.Item>
  );
}
