// Something that is edited: as it was read, under its tag, and what somebody else made of it meanwhile.
import { useEffect, useRef, useState } from "preact/hooks";
import { edit, Problem, read } from "../client.ts";
import { useCommand } from "./command.ts";

export interface Thing<T> {
  value: T | undefined;
  /** The entity tag of the value. */
  tag: string | null;
  /** As it was seen here until somebody else changed it; absent where nobody did. */
  before: T | undefined;
  /** Why it could not be read. */
  failure: Problem | undefined;
  busy: boolean;
  /** Why it was not saved. */
  problem: Problem | undefined;
  read(): Promise<void>;
  /** As it is now, or undefined when it was refused. */
  save(body: unknown): Promise<T | undefined>;
}

interface Held<T> {
  value: T;
  etag: string | null;
}

export function useThing<T>(path: string): Thing<T> {
  const [held, setHeld] = useState<Held<T> | undefined>(undefined);
  const [before, setBefore] = useState<T | undefined>(undefined);
  const [failure, setFailure] = useState<Problem | undefined>(undefined);
  const command = useCommand<T>(path, edit(held?.etag ?? null));
  const shown = useRef(path);
  shown.current = path;

  async function again(): Promise<void> {
    try {
      const { body, etag } = await read<T>(path);
      if (body === undefined || shown.current !== path) return;
      setFailure(undefined);
      setHeld({ value: body, etag });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailure(error);
    }
  }

  useEffect(() => {
    void again();
  }, [path]);

  async function save(body: unknown): Promise<T | undefined> {
    const saved = await command.run(body);
    if (saved !== undefined) await again();
    return saved;
  }

  const changed = command.problem?.body.code === "changed";
  // Whoever saves over what they have not seen is shown it first; then the same button saves.
  useEffect(() => {
    if (!changed || held === undefined) return;
    setBefore(held.value);
    void again();
  }, [command.problem]);

  return {
    value: held?.value,
    tag: held?.etag ?? null,
    before: changed ? before : undefined,
    failure,
    busy: command.busy,
    problem: command.problem,
    read: again,
    save,
  };
}
