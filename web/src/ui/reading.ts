// Something the server holds, read for as long as a part of the page shows it.
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../client.ts";
import { live, type Live } from "../live.ts";

export interface Reading<T> {
  /** What was read last; absent until then. */
  value: T | undefined;
  /** Why the last read failed. */
  problem: Problem | undefined;
  /** The entity tag of the value. */
  tag: string | null;
  refresh(): Promise<void>;
}

/** `every` is in milliseconds. Another path begins anew; without one nothing is read. */
export function useReading<T>(path: string | undefined, every: number): Reading<T> {
  const [held, setHeld] = useState<{ path: string; reading: Live<T> } | undefined>(undefined);
  useEffect(() => {
    if (path === undefined) return;
    const reading = live<T>(path, () => every);
    setHeld({ path, reading });
    return () => reading.stop();
  }, [path, every]);
  const reading = held !== undefined && held.path === path ? held.reading : undefined;
  return {
    value: reading?.value.value,
    problem: reading?.problem.value,
    tag: reading?.tag() ?? null,
    refresh: async () => reading?.refresh(),
  };
}
