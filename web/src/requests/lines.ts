// The lines of a timeline that were read so far: those of the page, and those before them that somebody asked for, or has
// come for by a link.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChangeRequest, Happening, Page } from "../api.ts";
import { Problem, read } from "../client.ts";

export interface Lines {
  all: Happening[];
  /** Reads what came before; absent where the first line is there. */
  earlier: (() => Promise<void>) | undefined;
  busy: boolean;
  problem: Problem | undefined;
}

export function useLines({ id, timeline, earlier }: ChangeRequest): Lines {
  const held = useRef(new Map<number, Happening>());
  const sought = useRef(lineOf(location.hash));
  const [before, setBefore] = useState(earlier);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  for (const line of timeline) held.current.set(line.sequence, line);

  async function more() {
    if (busy) return;
    setBusy(true);
    try {
      const { body } = await read<Page<Happening>>(`/v1/change-requests/${id}/timeline?cursor=${before}`);
      for (const line of body?.items ?? []) held.current.set(line.sequence, line);
      setBefore(body?.next ?? null);
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const all = [...held.current.values()].sort((one, other) => one.sequence - other.sequence);
  const first = all[0]?.sequence;
  useEffect(() => {
    if (sought.current === undefined || first === undefined) return;
    if (sought.current < first && before !== null) return void more();
    sought.current = undefined;
    if (first !== timeline[0]?.sequence) location.replace(location.hash);
  }, [first, before]);
  return { all, earlier: before === null ? undefined : more, busy, problem };
}

/** The line that a link leads to (`#event-12`). */
export function lineOf(hash: string): number | undefined {
  const [, line] = /^#event-(\d+)$/.exec(hash) ?? [];
  return line === undefined ? undefined : Number(line);
}
