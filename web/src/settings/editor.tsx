// What every form of the settings has: its buttons, what was refused, and what stands there while it is not read.
import type { Problem } from "../client.ts";
import type { Agreement } from "../governance/agreement.ts";
import { Asking } from "../governance/asking.tsx";
import { Collect } from "../governance/collect.tsx";
import type { Form, FormOver } from "../ui/form.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import type { Reading } from "../ui/reading.ts";
import { Submit } from "../ui/submit.tsx";

interface Saving {
  busy: boolean;
  form: Form<object> & Partial<Pick<FormOver<object, unknown>, "moved">>;
  /** Whose it needs. */
  agreement: Agreement;
  words?: string;
  /** Why it waits is said above it. */
  waits?: boolean;
  /** A credential is typed here, which is kept nowhere. */
  sealed?: boolean;
}

/** Saves what was changed, or takes it back; not over what somebody else wrote meanwhile. */
export function Save({ busy, form, agreement, words = "Save", waits = form.moved === true, sealed = false }: Saving) {
  const changed = Object.keys(form.written).length > 0;
  return (
    <>
      <Asking agreement={agreement} />
      {!sealed && <Collect agreement={agreement} />}
      <footer class="row">
        {(changed || agreement.revises) && (
          <button type="button" class="plain" onClick={() => (form.drop(), agreement.discard())}>
            Discard
          </button>
        )}
        <Submit busy={busy} waits={waits}>
          {words}
        </Submit>
      </footer>
    </>
  );
}

interface Refusing {
  problem: Problem | undefined;
  /** Where that it changed meanwhile is said above the form, with what changed. */
  moved?: boolean;
}

/** Why it was not saved. */
export function Refused({ problem, moved = false }: Refusing) {
  return problem === undefined || (moved && problem.body.code === "changed") ? null : <ProblemNotice problem={problem} />;
}

/** While it is read, or where it cannot be. */
export function Untold({ what, present }: { what: string; present: Reading<unknown> }) {
  return (
    <>
      <h1 tabIndex={-1}>{what}</h1>
      {present.problem ? (
        <ProblemNotice problem={present.problem} retry={() => void present.refresh()} />
      ) : (
        <p class="waiting" aria-busy="true">
          Loading {what}
        </p>
      )}
    </>
  );
}
