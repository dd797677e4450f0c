import { useId } from "preact/hooks";
import type { PolicyKind } from "../api.ts";
import { Wrong } from "../ui/wrong.tsx";
import type { Filling } from "./fields.tsx";
import { KINDS } from "./words.ts";

/** What the policy is called and what it is about; that stays once it is written. */
export function NameAndKind({ form: { name, kind: chosen }, edit, faults, kinds }: Filling & { kinds: PolicyKind[] }) {
  const hint = useId();
  const wrong = faults("name");
  return (
    <fieldset class="card">
      <legend>Policy</legend>
      {kinds.map((kind) => (
        <label key={kind} class="kind">
          <input type="radio" name="kind" value={kind} checked={kind === chosen} onChange={() => edit({ kind })} />
          <span>
            <strong>{KINDS[kind].name}</strong> <small>{KINDS[kind].about}</small>
          </span>
        </label>
      ))}
      <label>
        Name
        <input
          type="text"
          required
          maxLength={100}
          placeholder="Payments production"
          autocomplete="off"
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={hint}
          value={name}
          onInput={(event) => edit({ name: event.currentTarget.value })}
        />
      </label>
      <Wrong id={hint} text={wrong} />
    </fieldset>
  );
}
