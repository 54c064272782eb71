type Press = {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/** Whether a key press is what a hotkey such as "e", "?" or "Mod+K" asks for. Mod is ⌘ on a Mac and Ctrl elsewhere. */
export function matchesHotkey(press: Press, hotkey: string): boolean {
  const parts = hotkey.split("+").filter(Boolean);
  const key = parts.at(-1) ?? hotkey;
  const wantsMod = parts.includes("Mod");
  const wantsShift = parts.includes("Shift");
  if ((press.metaKey || press.ctrlKey) !== wantsMod || press.altKey) return false;
  // A sign such as "?" already says what Shift does on that keyboard.
  if ((wantsShift || /^[a-z]$/i.test(key)) && press.shiftKey !== wantsShift) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** The keys of a hotkey one by one, as Kbd draws them. */
export function keysOf(hotkey: string): string[] {
  return hotkey.split("+").filter(Boolean);
}

const typingPlaces = "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox]";
const ownKeyPlaces = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether single keys mean something else here: text being typed, or a menu or dialog with keys of its own. */
export function hasOwnKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${typingPlaces}, ${ownKeyPlaces}`) !== null;
}
