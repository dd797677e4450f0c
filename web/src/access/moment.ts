// Moments as the field of a browser writes them, in the time of whoever types, and as the API says them.

/** Empty where nothing, or no moment, was typed. */
export function isoOf(typed: string): string {
  const moment = new Date(typed);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString();
}

/** To the minute, as `2026-11-27T09:00`. */
export function typedOf(iso: string): string {
  const moment = new Date(iso);
  const part = (number: number) => String(number).padStart(2, "0");
  const day = [moment.getFullYear(), part(moment.getMonth() + 1), part(moment.getDate())].join("-");
  return `${day}T${part(moment.getHours())}:${part(moment.getMinutes())}`;
}

/** "Europe/Berlin". */
export function zone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
