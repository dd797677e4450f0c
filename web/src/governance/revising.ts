// A form that makes one change of an open request anew, beside its other changes.
import type { ChangeRequest, RulesAmendment } from "../api.ts";
import { draft } from "../session/draft.ts";
import type { Change } from "./change.ts";

export interface Revised {
  /** The request, and the revision of it that was seen. */
  id: string;
  digest: string;
  /** What its author called it; absent where its changes say it themselves. */
  title?: string;
  changes: Change[];
  /** Which of them the form makes. */
  at: number;
}

/** What the form at that place revises, if anything. */
export function revised(place: string): { value: Revised | undefined; write(revised: Revised): void; drop(): void } {
  const { text, write, drop } = draft(`${place}.revising`);
  return {
    value: text === "" ? undefined : (JSON.parse(text) as Revised),
    write: (next) => write(JSON.stringify(next)),
    drop,
  };
}

/** The request with the change at that place to be made anew; undefined where one of its changes cannot be sent once more. */
export function revisionOf({ id, digest, title, rules }: ChangeRequest, at: number): Revised | undefined {
  const edits = rules?.edits ?? [];
  const changes = edits.flatMap(({ call }) => (call === null ? [] : [call]));
  const [first] = edits;
  if (first === undefined || changes.length < edits.length) return undefined;
  const usual = edits.length === 1 ? first.words : `${first.words} and ${edits.length - 1} more`;
  return { id, digest, ...(title !== usual && { title }), changes, at };
}

/** The next revision, with this in the place of what the form makes anew. */
export function amendmentOf({ digest, title, changes, at }: Revised, change: Change, message: string): RulesAmendment {
  return { digest, ...(title !== undefined && { title }), message, changes: changes.with(at, change) };
}
