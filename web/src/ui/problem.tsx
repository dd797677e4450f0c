import type { Problem } from "../client.ts";
import { count, plain } from "../format.ts";
import { askToSignIn } from "../session/gate.tsx";
import { ClearedBy, Reasons } from "./reasons.tsx";

/** A problem as the API told it: title, detail, fields and reasons, with the next step. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { title, detail, errors, reasons = [], code, present } = problem.body;
  // A refusal that is its own reason says it once.
  const [only] = reasons.length === 1 && reasons[0]?.message === detail ? reasons : [];
  return (
    <div role="alert" class="notice bad">
      <p>
        <strong>{title}</strong> {detail === undefined ? null : plain(detail)} {only && <ClearedBy reason={only} />}
      </p>
      {errors && errors.length > 0 && (
        <ul class="errors" aria-label={count(errors.length, "field")}>
          {errors.map(({ field, message }) => (
            <li key={field + message}>
              <code>{plain(field)}</code> {plain(message)}
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && !only && <Reasons reasons={reasons} />}
      {code === "same-request" && present?.id !== undefined && (
        <p>
          <a href={`/requests/${present.id}`}>Look at {present.id}</a>
        </p>
      )}
      {code === "signed-out" ? (
        <button type="button" onClick={askToSignIn}>
          Sign in again
        </button>
      ) : (
        retry && (
          <button type="button" class="plain" onClick={retry}>
            Try again
          </button>
        )
      )}
    </div>
  );
}
