// One command to the API at a time: busy, refused or done. A retry after silence carries the same idempotency key.
import { useState } from "preact/hooks";
import { Problem, post, type Send } from "../client.ts";
import { passingDraft, type Draft } from "../session/draft.ts";

export interface Command<T> {
  busy: boolean;
  problem: Problem | undefined;
  /** The refusal was looked at. */
  forget(): void;
  /** The answer, or undefined when it was refused: then `problem` says why. Undefined, too, where others are asked for it first. */
  run(body: unknown): Promise<T | undefined>;
}

/** A try that nobody knows the outcome of. */
interface Try {
  key: string;
  body: string;
}

/** @param kept where a try without an answer outlives what is shown, as long as what was typed for it */
export function useCommand<T>(path: string, send: Send = post, kept?: Draft): Command<T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [passing] = useState(passingDraft);
  const open = kept ?? passing;

  async function run(body: unknown): Promise<T | undefined> {
    if (busy) return undefined;
    const text = JSON.stringify(body);
    const last = open.text === "" ? undefined : (JSON.parse(open.text) as Try);
    const key = last?.body === text ? last.key : crypto.randomUUID();
    open.write(JSON.stringify({ key, body: text } satisfies Try));
    setBusy(true);
    try {
      const answer = await send<T>(path, body, key);
      open.drop();
      setProblem(undefined);
      return answer.asked ? undefined : (answer.body ?? ({} as T));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.definite) open.drop();
      setProblem(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, forget: () => setProblem(undefined), run };
}
