// How documents stand at destinations, in words.
import type { ComponentChildren } from "preact";
import type { Sync } from "../api.ts";
import { count, plain, type Tone } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";

const SYNC: Record<Sync["status"], { word: string; tone: Tone }> = {
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

interface Standing {
  sync: Pick<Sync, "status" | "reason" | "names" | "attempts" | "at" | "nextTry">;
  /** What stands there, or where it does. */
  name: ComponentChildren;
  about?: string;
}

/** One of them, with why it is not there and when it is tried again. */
export function Synced({ sync: { status, reason, names, attempts, at, nextTry }, name, about }: Standing) {
  return (
    <li>
      {name}
      <Badge tone={SYNC[status].tone}>{SYNC[status].word}</Badge>
      <small>
        {about !== undefined && `${about} · `}
        <Time at={at} />
      </small>
      {reason && <p class="said">{plain(reason)}</p>}
      {nextTry && attempts > 0 && (
        <p class="said">
          Tried {count(attempts, "time")}, next <Time at={nextTry} />
        </p>
      )}
      {names.length > 0 && <p class="said">Not held there: {names.map(plain).join(", ")}</p>}
    </li>
  );
}
