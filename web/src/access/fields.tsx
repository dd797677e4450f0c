import type { Environment, WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import type { Faults } from "../ui/faults.ts";
import { TextField } from "../ui/field.tsx";
import { Options } from "../ui/options.tsx";
import { spoken } from "../ui/span.ts";
import { Wrong } from "../ui/wrong.tsx";
import { asking } from "./asking.ts";
import type { Form } from "./form.ts";
import { ACTIONS, GRANTABLE } from "./words.ts";

export interface Filling {
  form: Form;
  edit: (change: Partial<Form>) => void;
  faults: Faults;
}

interface Placing extends Filling {
  environments: Pick<Environment, "id" | "name">[];
  /** All of the project; none where they cannot be read. */
  policies: WrittenPolicy[];
}

/** Where access is asked for, and to do what. */
export function PlaceAndActions(filling: Placing) {
  const { form, edit, faults, environments, policies } = filling;
  const wrong = faults("environment");
  const known = environments.some(({ id }) => id === form.environment);
  return (
    <>
      <label>
        Environment
        <select
          required
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby="environment-wrong"
          value={form.environment}
          onChange={(event) => edit({ environment: event.currentTarget.value })}
        >
          <Options of={known ? environments : [{ id: form.environment }, ...environments]} />
        </select>
      </label>
      <Wrong
        id="environment-wrong"
        text={environments.length === 0 ? "The project has none yet. An admin makes one, which says where its secrets are." : wrong}
      />
      <TextField
        label="Path"
        hint={<Reach policies={asking(policies, form)} />}
        fault={faults("path")}
        value={form.path}
        write={(path) => edit({ path })}
        required
        maxLength={512}
      />
      <Actions {...filling} />
    </>
  );
}

/** What the policies there let somebody ask for. */
function Reach({ policies }: { policies: WrittenPolicy[] }) {
  return (
    <>
      One secret such as <code>/payments/db</code>, or a pattern such as <code>/payments/**</code>.
      {policies.map(({ id, name, maxDuration, reasonRequired }) => (
        <span key={id}>
          {" "}
          “{plain(name)}” lets it last {spoken(maxDuration ?? "PT8H")} at most{reasonRequired === true && ", with a reason"}.
        </span>
      ))}
    </>
  );
}

function Actions({ form: { actions }, edit, faults }: Filling) {
  const wrong = faults("actions");
  return (
    <fieldset class="permits">
      <legend>To do what</legend>
      {GRANTABLE.map((each) => (
        <label key={each} class="tick">
          <input
            type="checkbox"
            aria-invalid={wrong === undefined ? undefined : true}
            aria-describedby="actions-wrong"
            checked={actions.includes(each)}
            onChange={(event) =>
              edit({ actions: event.currentTarget.checked ? [...actions, each] : actions.filter((other) => other !== each) })
            }
          />
          <span>
            {ACTIONS[each].word.charAt(0).toUpperCase() + ACTIONS[each].word.slice(1)} <small>{ACTIONS[each].about}</small>
          </span>
        </label>
      ))}
      <Wrong id="actions-wrong" text={wrong && "Choose at least one."} />
    </fieldset>
  );
}

export function Reason({ form, edit, faults, required }: Filling & { required: boolean }) {
  const wrong = faults("reason");
  return (
    <>
      <label>
        {required ? "Reason (required)" : "Reason"}
        <textarea
          rows={3}
          required={required}
          maxLength={4000}
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby="reason-wrong"
          value={form.reason}
          onInput={(event) => edit({ reason: event.currentTarget.value })}
        />
      </label>
      <Wrong id="reason-wrong" text={wrong} />
    </>
  );
}
