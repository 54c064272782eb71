/** +14155552671 as +1 (415) 555-2671; others in groups. */
export function formatPhone(phone) {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  if (american) return `+1 (${american[1]}) ${american[2]}-${american[3]}`;
  const indian = /^\+91(\d{5})(\d{5})$/.exec(phone);
  return indian ? `+91 ${indian[1]} ${indian[2]}` : phone;
}

/** What was typed as E.164, or null. A ten-digit number is taken as American. */
export function readPhone(typed) {
  const digits = typed.replace(/[^\d+]/g, "");
  if (/^\d{10}$/.test(digits)) return `+1${digits}`;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

export function formatTime(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Today, Yesterday, or weekday and date. */
export function formatDay(iso) {
  const date = new Date(iso);
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return date.toLocaleDateString([], { weekday: "short", day: "numeric", month: "short" });
}

export function initials(name) {
  return name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join("");
}

/** A steady hue for a number, so that a face keeps its colour. */
export function hueOf(phone) {
  let sum = 7;
  for (const digit of phone) sum = (sum * 31 + digit.charCodeAt(0)) % 360;
  return sum;
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
