import type { ChangeRequest } from "../api.ts";
import { plain } from "../format.ts";
import { ClearedBy } from "../ui/reasons.tsx";
import { ACTS, type Act } from "./acts.ts";

/** The last merge applied nothing: why, and the way on. */
export function Conflict({ request, onAct }: { request: ChangeRequest; onAct: (act: Act) => void }) {
  const { status, statusReason: reason, may, id, rules } = request;
  if (status !== "OPEN" || reason === null) return null;
  return (
    <section class="notice wait conflict" aria-labelledby="conflict">
      <h2 id="conflict">The last merge applied nothing</h2>
      <p>
        {plain(reason.message)} <ClearedBy reason={reason} />
      </p>
      {may.includes("revise") && rules !== null && (
        <div class="row">
          <button type="button" onClick={() => onAct("renew")}>
            {ACTS.renew.title}
          </button>
        </div>
      )}
      {may.includes("revise") && rules === null && (
        <div class="row">
          <button type="button" onClick={() => onAct("rebase")}>
            Rebase
          </button>
          <a class="button plain" href={`/requests/${id}/revise`}>
            Revise
          </a>
        </div>
      )}
    </section>
  );
}
