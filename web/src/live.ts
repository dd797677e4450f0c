// Something the server holds, kept fresh while somebody looks: conditional reads, seldom with nobody there, none when hidden.
import { signal, type ReadonlySignal } from "@preact/signals";
import { Problem, read } from "./client.ts";
import { onReturn, pace } from "./presence.ts";

export interface Live<T> {
  readonly value: ReadonlySignal<T | undefined>;
  /** The last read's problem; the value before it is kept. */
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** The entity tag of the value, for whoever writes over it. */
  tag(): string | null;
  refresh(): Promise<void>;
  stop(): void;
}

const SLOWEST_MS = 60_000;

/** `every` says how many milliseconds to wait after an answer while somebody is there; failed reads wait twice as long each time. */
export function live<T>(path: string, every: (value: T | undefined) => number): Live<T> {
  const value = signal<T | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  let etag: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let asked = 0;
  let stopped = false;

  async function refresh(): Promise<void> {
    const turn = ++asked;
    clearTimeout(timer);
    try {
      const answer = await read<T>(path, etag);
      if (turn !== asked || stopped) return;
      failures = 0;
      problem.value = undefined;
      if (answer.body !== undefined) {
        etag = answer.etag;
        value.value = answer.body;
      }
    } catch (error) {
      if (turn !== asked || stopped) return;
      if (!(error instanceof Problem)) throw error;
      failures++;
      problem.value = error;
      if (!error.passing) return;
    }
    again();
  }

  function again(): void {
    clearTimeout(timer);
    if (stopped || document.visibilityState === "hidden") return;
    timer = setTimeout(refresh, Math.min(SLOWEST_MS, pace(every(value.peek())) * 2 ** failures));
  }

  function seen(): void {
    if (document.visibilityState === "visible") void refresh();
    else clearTimeout(timer);
  }

  document.addEventListener("visibilitychange", seen);
  addEventListener("online", seen);
  const forget = onReturn(seen);
  void refresh();
  return {
    value,
    problem,
    tag: () => etag,
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("online", seen);
      forget();
    },
  };
}
