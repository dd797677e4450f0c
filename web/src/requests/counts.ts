// How much waits for whoever is signed in: the number in the navigation and in the title of the tab.
import { computed, signal } from "@preact/signals";
import type { Counts } from "../api.ts";
import { live, type Live } from "../live.ts";

const FRESH_MS = 30_000;
const reading = signal<Live<Counts> | undefined>(undefined);

export const counts = computed(() => reading.value?.value.value);

/** Reads them now and from now on. */
export function readCounts(): void {
  if (reading.value === undefined) reading.value = live<Counts>("/v1/change-requests/counts", () => FRESH_MS);
  else void reading.value.refresh();
}

/** "3", "50+"; empty for nothing. */
export function short(count: Counts["waitingForMe"] | undefined): string {
  if (count === undefined || (count.count === 0 && !count.more)) return "";
  return `${count.count}${count.more ? "+" : ""}`;
}
