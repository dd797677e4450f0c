// What every form of the settings has: its buttons, what was refused, and what stands there while it is not read.
import type { Problem } from "../client.ts";
import type { Form } from "../ui/form.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import type { Thing } from "../ui/thing.ts";

/** Saves what was changed, or takes it back. */
export function Save({ busy, form, words = "Save" }: { busy: boolean; form: Form<object>; words?: string }) {
  const changed = Object.keys(form.written).length > 0;
  return (
    <footer class="row">
      {changed && (
        <button type="button" class="plain" onClick={form.drop}>
          Discard
        </button>
      )}
      <button type="submit" aria-busy={busy}>
        {words}
      </button>
    </footer>
  );
}

/** Why it was not saved. That it changed meanwhile is said above the form, with what changed. */
export function Refused({ problem }: { problem: Problem | undefined }) {
  return problem === undefined || problem.body.code === "changed" ? null : <ProblemNotice problem={problem} />;
}

/** While it is read, or where it cannot be. */
export function Untold({ what, thing }: { what: string; thing: Pick<Thing<unknown>, "failure" | "read"> }) {
  return (
    <>
      <h1 tabIndex={-1}>{what}</h1>
      {thing.failure ? (
        <ProblemNotice problem={thing.failure} retry={() => void thing.read()} />
      ) : (
        <p class="waiting" aria-busy="true">
          Loading {what}
        </p>
      )}
    </>
  );
}
