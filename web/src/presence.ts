// Whether somebody is at this page. What they wait for is there at once; a page that was only left open costs little.
const STAYS_MS = 300_000;
const SHARE = 60;
const SLOWEST_MS = 30_000;

let last = Date.now();
const waiting = new Set<() => void>();

/** `soon` for as long as somebody may still be looking, then a sixtieth of the time that nobody has been there. */
export function pace(soon: number, away: number = Date.now() - last): number {
  return away < STAYS_MS ? soon : Math.max(soon, Math.min(SLOWEST_MS, away / SHARE));
}

/** Calls when somebody is back; answers how to end that. */
export function onReturn(call: () => void): () => void {
  waiting.add(call);
  return () => waiting.delete(call);
}

export function startPresence(): void {
  for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove", "focus"]) {
    addEventListener(sign, seen, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", seen);
}

function seen(): void {
  const away = Date.now() - last;
  last = Date.now();
  if (away >= STAYS_MS) for (const call of waiting) call();
}
