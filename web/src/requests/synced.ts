// How documents stand at destinations, in words.
import type { Sync } from "../api.ts";
import type { Tone } from "../format.ts";

export const SYNC: Record<Sync["status"], { word: string; tone: Tone }> = {
  SYNCED: { word: "synced", tone: "good" },
  WAITING: { word: "waiting", tone: "wait" },
  FAILED: { word: "failed", tone: "bad" },
  SUPERSEDED: { word: "superseded", tone: "quiet" },
};

/** What all of it comes to, in a few words. */
export function outcome(syncs: readonly Sync[]): string {
  const failed = syncs.filter(({ status }) => status === "FAILED").length;
  const waiting = syncs.filter(({ status }) => status === "WAITING").length;
  if (failed + waiting === 0) return "Synced everywhere.";
  const parts = [failed > 0 && `${failed} failed`, waiting > 0 && `${waiting} waiting`].filter((part) => part !== false);
  return `${syncs.length - failed - waiting} of ${syncs.length} are there, ${parts.join(", ")}.`;
}
