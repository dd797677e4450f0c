import { useId } from "preact/hooks";
import type { Channel, Environment } from "../api.ts";
import { sentence } from "../format.ts";
import type { Directory } from "../ui/directory.ts";
import { Wrong } from "../ui/wrong.tsx";
import type { Faults } from "../ui/faults.ts";
import type { Form } from "./form.ts";
import { isOn, meaning, SWITCHES, type SwitchField } from "./switches.ts";

/** A part of the form: what is typed, what is wrong with it, and what there is to choose from. */
export interface Filling {
  form: Form;
  edit: (change: Partial<Form>) => void;
  faults: Faults;
  directory: Directory;
  environments: Environment[];
  channels: Channel[];
}

interface Switching {
  label: string;
  /** What it means as it is. */
  means: string;
  on: boolean;
  turn: (on: boolean) => void;
}

export function Switch({ label, means, on, turn }: Switching) {
  const hint = useId();
  return (
    <div class="switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          aria-describedby={hint}
          checked={on}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {label}
      </label>
      <small id={hint}>{means}</small>
    </div>
  );
}

/** A term of the policy that is on or off, with what that means. */
export function Term({ field, form, edit }: Pick<Filling, "form" | "edit"> & { field: SwitchField }) {
  const { label, on, off } = SWITCHES[field];
  return (
    <Switch
      label={label}
      means={sentence(meaning(form, field))}
      on={isOn(form, field)}
      turn={(turned) => edit({ [field]: turned ? on : off })}
    />
  );
}

interface Numbering {
  label: string;
  /** What it belongs to, where that can be seen only. */
  of?: string;
  most: number;
  value: string;
  write: (value: string) => void;
  wrong: string | undefined;
}

export function NumberField({ label, of = "", most, value, write, wrong }: Numbering) {
  const hint = useId();
  return (
    <div class="number">
      <label>
        <span>
          {label} <span class="unseen">{of}</span>
        </span>
        <input
          type="number"
          required
          min={1}
          max={most}
          step={1}
          inputMode="numeric"
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={hint}
          value={value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <Wrong id={hint} text={wrong} />
    </div>
  );
}
