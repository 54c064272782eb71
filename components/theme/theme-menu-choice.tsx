"use client";
import { DropdownMenu } from "radix-ui";
import { readTheme, themes } from "@/components/theme/theme";
import { themeChoiceClass, themeFaces, themeTrackClass } from "@/components/theme/theme-face";
import { useTheme } from "@/components/theme/use-theme";

/** The same as ThemeSwitch for the inside of a Menu, which stays open to show the effect. */
export function ThemeMenuChoice() {
  const [theme, setTheme] = useTheme();
  return (
    <DropdownMenu.RadioGroup
      aria-label="Theme"
      value={theme}
      onValueChange={(value) => setTheme(readTheme(value))}
      className={themeTrackClass}
    >
      {themes.map((name) => {
        const { label, icon: Icon } = themeFaces[name];
        return (
          <DropdownMenu.RadioItem
            key={name}
            value={name}
            aria-label={label}
            title={label}
            onSelect={(event) => event.preventDefault()}
            className={`${themeChoiceClass} outline-none data-highlighted:text-text data-highlighted:ring-2 data-highlighted:ring-accent`}
          >
            <Icon className="size-4" aria-hidden />
          </DropdownMenu.RadioItem>
        );
      })}
    </DropdownMenu.RadioGroup>
  );
}
