import { useEffect, useState } from "preact/hooks";
import { live, type Live } from "../live.ts";

/** Reads it while the component is there, so often; another path is another reading, and none reads nothing. */
export function useLive<T>(path: string | undefined, everyMs: number): Live<T> | undefined {
  const [reading, setReading] = useState<{ path: string; live: Live<T> } | undefined>(undefined);
  useEffect(() => {
    if (path === undefined) return;
    const next = live<T>(path, () => everyMs);
    setReading({ path, live: next });
    return () => next.stop();
  }, [path, everyMs]);
  return path !== undefined && reading?.path === path ? reading.live : undefined;
}
