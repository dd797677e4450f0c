import { useState } from "preact/hooks";
import type { ChangeRequest, Page, Summary } from "../api.ts";
import { Problem, read } from "../client.ts";
import { plain } from "../format.ts";
import { taking, type Edits } from "../requests/amendment.ts";
import { go } from "../router.ts";
import { sealedDraft } from "../session/draft.ts";
import { myId } from "../session/me.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { basketOf } from "./basket.ts";

const FRESH_MS = 30_000;

/** Open requests of one's own, which can take the change in: it becomes a part of their next revision. */
export function Combine({ project }: { project: string }) {
  const basket = basketOf(project);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const mine = new URLSearchParams({ project, status: "OPEN", author: myId() ?? "", limit: "5" });
  const { value } = useReading<Page<Summary>>(`/v1/change-requests?${mine}`, FRESH_MS);
  // What was sent without an answer may be a request by now.
  if (value === undefined || value.items.length === 0 || basket.sending.text !== "") return null;

  async function into(id: string) {
    if (busy !== undefined) return;
    setBusy(id);
    setProblem(undefined);
    try {
      const { body } = await read<ChangeRequest>(`/v1/change-requests/${id}`);
      if (body === undefined) return;
      const draft = sealedDraft(`${id}.revise`);
      const before = draft.text === "" ? {} : (JSON.parse(draft.text) as Partial<Edits>);
      draft.write(JSON.stringify(taking(body, before, basket.change)));
      basket.drop();
      go(`/requests/${id}/revise`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <details class="card">
      <summary>Or make it part of a request of yours</summary>
      <p class="hint">It becomes the next revision: votes on the one before are void.</p>
      <ul class="choices">
        {value.items.map(({ id, title }) => (
          <li key={id} class="row">
            <span>
              <a href={`/requests/${id}`}>{id}</a> {plain(title)}
            </span>
            <button
              type="button"
              class="plain"
              aria-busy={busy === id}
              aria-disabled={busy !== undefined}
              onClick={() => void into(id)}
            >
              Add to {id}
            </button>
          </li>
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} />}
    </details>
  );
}
