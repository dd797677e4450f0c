// One command to the API at a time: busy, refused or done. A retry after silence carries the same idempotency key.
import { useRef, useState } from "preact/hooks";
import { Problem, post, type Send } from "../client.ts";

export interface Command<T> {
  busy: boolean;
  problem: Problem | undefined;
  /** The refusal was looked at. */
  forget(): void;
  /** The answer, or undefined when it was refused: then `problem` says why. */
  run(body: unknown): Promise<T | undefined>;
}

export function useCommand<T>(path: string, send: Send = post): Command<T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const open = useRef<{ key: string; body: string } | undefined>(undefined);

  async function run(body: unknown): Promise<T | undefined> {
    if (busy) return undefined;
    const text = JSON.stringify(body);
    if (open.current?.body !== text) open.current = { key: crypto.randomUUID(), body: text };
    setBusy(true);
    try {
      const answer = await send<T>(path, body, open.current.key);
      open.current = undefined;
      setProblem(undefined);
      return answer.body ?? ({} as T);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!error.unknownOutcome) open.current = undefined;
      setProblem(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, forget: () => setProblem(undefined), run };
}
