import type { TargetedInputEvent } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import { readMe } from "./me.ts";

const FIELDS = [
  { name: "code", label: "One-time code", hint: "From the stack's bootstrap secret" },
  { name: "name", label: "Your name", hint: "As others know you" },
  { name: "id", label: "Your short name", hint: "Small letters, digits and hyphens", pattern: "[a-z0-9\\-]{2,40}" },
  { name: "email", label: "Mail address", hint: "Where requests to approve arrive" },
];

/** The first admin of a new installation: whoever, signed in, holds the code. It is kept nowhere on this page. */
export function Bootstrap() {
  const [given, setGiven] = useState<Record<string, string>>({});
  const command = useCommand<unknown>("/v1/bootstrap");
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await command.run(given)) === undefined) return;
    announce("You are the first admin.");
    readMe();
  }
  return (
    <form class="card" onSubmit={(event) => void submit(event)}>
      {FIELDS.map(({ name, label, hint, pattern }) => {
        const field = {
          required: true,
          autocomplete: "off",
          spellcheck: false,
          pattern,
          value: given[name] ?? "",
          onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
            setGiven({ ...given, [name]: event.currentTarget.value }),
        };
        return (
          <label key={name}>
            {label} <small>{hint}</small>
            {name === "code" ? <input type="password" {...field} /> : <input type="text" {...field} />}
          </label>
        );
      })}
      {command.problem && <ProblemNotice problem={command.problem} />}
      <Submit busy={command.busy}>Become the first admin</Submit>
    </form>
  );
}
