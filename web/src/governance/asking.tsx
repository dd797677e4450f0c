import { useId } from "preact/hooks";
import { myId } from "../session/me.ts";
import type { Agreement } from "./agreement.ts";
import { asks, lacks } from "./words.ts";

/** Before something is saved: whether that is at once, or whom it asks, with a few words to them. */
export function Asking({ agreement: { state, why, revises } }: { agreement: Pick<Agreement, "state" | "why" | "revises"> }) {
  const about = useId();
  if (state === undefined) return null;
  if (state.atOnce && revises === undefined) {
    return <p class="hint">Saved at once: {state.governance === "OPT_OUT" ? "nobody has to agree." : "the first admin sets up alone."}</p>;
  }
  return (
    <div class="asking">
      <p id={about}>
        {revises && (
          <>
            Takes the place of what <a href={`/requests/${revises.id}`}>{revises.id}</a> asks for
            {revises.changes.length > 1 && "; its other changes stay"}. Votes begin again.{" "}
          </>
        )}
        {!state.atOnce && (
          <>
            Asks <strong>{asks(state, myId())}</strong>: it holds once they agree and it is merged.
            {lacks(state, myId()) && " There are too few besides you: it is refused until there are more."}
          </>
        )}
      </p>
      <label>
        Why (for those who agree)
        <textarea
          rows={2}
          maxLength={1000}
          aria-describedby={about}
          value={why.text}
          onInput={(event) => why.write(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
