"use client";

const keys = [
  ...[
    ["1", ""],
    ["2", "ABC"],
    ["3", "DEF"],
    ["4", "GHI"],
    ["5", "JKL"],
    ["6", "MNO"],
  ],
  ...[
    ["7", "PQRS"],
    ["8", "TUV"],
    ["9", "WXYZ"],
    ["*", ""],
    ["0", "+"],
    ["#", ""],
  ],
] as const;

/** The twelve keys of a phone. Holding 0 gives a plus where `onPlus` is there. */
export function Keypad({ onPress, onPlus }: { onPress: (key: string) => void; onPlus?: () => void }) {
  return (
    <fieldset className="grid grid-cols-3 gap-1.5">
      <legend className="sr-only">Keypad</legend>
      {keys.map(([key, letters]) => (
        <Key
          key={key}
          label={key}
          letters={letters}
          onPress={onPress}
          onHold={key === "0" ? onPlus : undefined}
        />
      ))}
    </fieldset>
  );
}

type KeyProps = {
  label: string;
  letters: string;
  onPress: (key: string) => void;
  onHold?: (() => void) | undefined;
};

const holdMs = 500;

/** Keys whose sign is no word; the others are named by their digit. */
const names: Record<string, string> = { "*": "Star", "#": "Hash" };

function Key({ label, letters, onPress, onHold }: KeyProps) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  const begin = () => {
    isHeld = false;
    if (!onHold) return;
    timer = setTimeout(() => {
      isHeld = true;
      onHold();
    }, holdMs);
  };
  return (
    <button
      type="button"
      aria-label={names[label]}
      onPointerDown={begin}
      onPointerUp={() => clearTimeout(timer)}
      onPointerLeave={() => clearTimeout(timer)}
      onClick={() => !isHeld && onPress(label)}
      className="flex h-12 flex-col items-center justify-center rounded-control border border-line bg-panel text-title hover:bg-hover active:bg-selection"
    >
      {label}
      <span aria-hidden className="text-[10px]/3 text-muted">
        {letters}
      </span>
    </button>
  );
}
