import type { ComponentChildren, TargetedInputEvent } from "preact";
import { useId } from "preact/hooks";
import type { Problem } from "../client.ts";
import { sentence } from "../format.ts";
import { Wrong } from "./wrong.tsx";

interface Field {
  label: string;
  hint?: ComponentChildren;
  /** What the API says of it. */
  fault?: string | undefined;
  value: string;
  write: (value: string) => void;
  type?: "text" | "email";
  /** A credential: not to be read over a shoulder, and nothing that a browser offers to keep. */
  concealed?: boolean;
  required?: boolean;
  pattern?: string;
  title?: string;
  maxLength?: number;
}

/** One line of text, with what it is for and what is wrong with it. */
export function TextField({ label, hint, fault, value, write, type = "text", concealed, ...rules }: Field) {
  const about = useId();
  const field = {
    ...rules,
    class: concealed ? "concealed" : undefined,
    autocomplete: "off",
    autocapitalize: "off" as const,
    spellcheck: false,
    "aria-describedby": about,
    "aria-invalid": fault === undefined ? undefined : true,
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => write(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label>
        {label}
        {type === "email" ? <input type="email" {...field} /> : <input type="text" {...field} />}
      </label>
      <small id={about}>
        {hint} <Wrong text={fault} />
      </small>
    </div>
  );
}

/** What the API says of a field; absent where it says nothing. */
export function faultOf(problem: Problem | undefined, field: string): string | undefined {
  const found = problem?.body.errors?.find((each) => each.field === field || each.field.startsWith(`${field}[`));
  return found && sentence(found.message);
}
