// Something that is edited: as it is now, kept fresh while somebody looks, and written over only as it was seen.
import { useRef, useState } from "preact/hooks";
import { edit, type Problem, type Send } from "../client.ts";
import type { Agreement } from "../governance/agreement.ts";
import { useCommand } from "./command.ts";
import { useReading, type Reading } from "./reading.ts";

const FRESH_MS = 10_000;

/** A version as somebody saw it. */
export interface Seen<T> {
  value: T;
  tag: string | null;
}

interface Known<T> {
  path: string | undefined;
  /** As it is now. */
  present: Reading<T>;
}

interface Saving<T> {
  busy: boolean;
  /** Why it was not saved. */
  problem: Problem | undefined;
  /** The refusal was looked at. */
  forget(): void;
  /**
   * As it is then, or undefined when it was refused or others are asked first; what is there is read again in any case.
   * Without an agreement nobody is ever asked.
   */
  save(body: unknown, seen: Seen<T>, agreement?: Pick<Agreement, "edit">): Promise<T | undefined>;
}

export type Thing<T> = Known<T> & Saving<T>;

/** `every` is in milliseconds. Without a path there is nothing yet. */
export function useThing<T>(path: string | undefined, every = FRESH_MS): Thing<T> {
  const known = { path, present: useReading<T>(path, every) };
  return { ...known, ...useSaving(known) };
}

/** Another form over the same: what one was refused is said at none of the others. */
export function useSaving<T>({ path, present }: Known<T>): Saving<T> {
  const over = useRef<Send>(edit(null));
  const send: Send = (...call) => over.current(...call);
  const { busy, problem, forget, run } = useCommand<T>(path ?? "", send);
  const [looking, setLooking] = useState(false);

  async function save(body: unknown, { tag }: Seen<T>, agreement: Pick<Agreement, "edit"> = { edit }): Promise<T | undefined> {
    over.current = agreement.edit(tag);
    const saved = await run(body);
    setLooking(true);
    await present.refresh();
    setLooking(false);
    return saved;
  }

  return { busy: busy || looking, problem, forget, save };
}

/** What was read of it, once it was. */
export function seenOf<T>({ value, tag }: Reading<T>): Seen<T> | undefined {
  return value === undefined ? undefined : { value, tag };
}
