"use client";
import { RadioGroup } from "radix-ui";
import { readTheme, themes } from "@/components/theme/theme";
import { themeChoiceClass, themeFaces, themeTrackClass } from "@/components/theme/theme-face";
import { useTheme } from "@/components/theme/use-theme";

/** Three small buttons: as the device, light, dark. Applies at once and is remembered. */
export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  return (
    <RadioGroup.Root
      aria-label="Theme"
      value={theme}
      onValueChange={(value) => setTheme(readTheme(value))}
      orientation="horizontal"
      className={themeTrackClass}
    >
      {themes.map((name) => {
        const { label, icon: Icon } = themeFaces[name];
        return (
          <RadioGroup.Item
            key={name}
            value={name}
            aria-label={label}
            title={label}
            className={themeChoiceClass}
          >
            <Icon className="size-4" aria-hidden />
          </RadioGroup.Item>
        );
      })}
    </RadioGroup.Root>
  );
}
