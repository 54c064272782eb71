const ownPrefixes = /^(?:TRUNKLINE|TWILIO|VOBIZ|SIMULATOR|SMS|ENCRYPTION)_/;

/**
 * Names variables that look meant for this program but that it does not know: a setting spelled wrong (up to two
 * letters), or one with a prefix of ours. One sentence each.
 */
export function unknownSettings(given: readonly string[], known: readonly string[]): string[] {
  return given.flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = known.find((setting) => isMisspelling(name, setting));
    if (meant) return [`${name} is not a setting. Did you mean ${meant}? Rename it, or remove it.`];
    if (ownPrefixes.test(name))
      return [`${name} is not a setting. Remove it; .env.example lists all settings.`];
    return [];
  });
}

// Short names have too many innocent neighbours (HOME and DEMO are two letters apart).
const shortestMisspelling = 8;

function isMisspelling(name: string, setting: string): boolean {
  if (setting.length < shortestMisspelling || Math.abs(name.length - setting.length) > 2) return false;
  return editDistance(name, setting) <= 2;
}

/** How many letters must be added, removed or changed to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_none, index) => index);
  for (const [rowIndex, letter] of [...from].entries()) {
    const next = [rowIndex + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
