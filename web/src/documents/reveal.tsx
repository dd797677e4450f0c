import { useEffect, useState } from "preact/hooks";
import type { Revealed, RevealedDocument } from "../api.ts";
import { Problem, reveal } from "../client.ts";
import { plain } from "../format.ts";
import { announce } from "../ui/announce.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Value } from "../ui/value.tsx";
import type { Place } from "./written.ts";

/** What a reveal answers: of a document only what is there now. */
export type Shown = Pick<Revealed, "current"> & Partial<Pick<Revealed, "proposed">>;

export interface Revealing {
  busy: boolean;
  shown: Shown | undefined;
  problem: Problem | undefined;
  show(): Promise<void>;
  hide(): void;
}

/**
 * Values of one key, asked for by a click, recorded before they are answered, and gone when the tab is left.
 *
 * @param when what they were true of: where that is another, they are gone, too
 */
export function useReveal(name: string, when: string, ask: () => Promise<Shown | undefined>): Revealing {
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState<{ when: string; shown: Shown | undefined } | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const shown = held?.when === when ? held.shown : undefined;
  const hide = () => (setHeld(undefined), setProblem(undefined));
  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && setHeld(undefined);
    document.addEventListener("visibilitychange", leave);
    return () => document.removeEventListener("visibilitychange", leave);
  }, []);

  async function show() {
    if (busy) return;
    setBusy(true);
    try {
      const answer = await ask();
      setProblem(undefined);
      if (document.visibilityState === "hidden") return;
      setHeld({ when, shown: answer });
      announce(`${plain(name)} is shown; that is recorded.`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return { busy, shown, problem, show, hide };
}

/** What a key of a document holds now. */
export async function revealCurrent(project: string, { environment, path }: Place, key: string): Promise<Shown | undefined> {
  const documents = `/v1/projects/${project}/environments/${environment}/documents`;
  const { body } = await reveal<RevealedDocument>(`${documents}/reveal`, { path, key });
  return body;
}

export function RevealButton({ what, name, revealing }: { what: string; name: string; revealing: Revealing }) {
  const { shown, busy, show, hide } = revealing;
  return (
    <button
      type="button"
      class="link"
      aria-expanded={shown !== undefined}
      aria-busy={busy}
      onClick={() => (shown === undefined ? void show() : hide())}
    >
      {shown === undefined ? what : "Hide"}
      <span class="unseen"> {plain(name)}</span>
    </button>
  );
}

/** The values, or why they are not shown. */
export function RevealedValues({ name, revealing: { shown, problem } }: { name: string; revealing: Revealing }) {
  if (problem) return <ProblemNotice problem={problem} />;
  if (shown === undefined) return null;
  const { current, proposed } = shown;
  return (
    <dl class="revealed">
      <div>
        <dt>Now</dt>
        <dd>
          {current === null ? (
            <p class="empty">not shown to you</p>
          ) : current.present ? (
            <Value name={`${plain(name)} now`} text={current.value ?? ""} />
          ) : (
            <p class="empty">not there</p>
          )}
        </dd>
      </div>
      {proposed && (
        <div>
          <dt>After merge</dt>
          <dd>
            {!proposed.present ? (
              <p class="empty">gone</p>
            ) : proposed.value === null ? (
              <p class="empty">{proposed.from === null ? "not shown to you" : `the value of ${plain(proposed.from)}`}</p>
            ) : (
              <Value name={`${plain(name)} after the merge`} text={proposed.value} />
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
