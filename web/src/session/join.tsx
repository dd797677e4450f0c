import { useEffect, useState } from "preact/hooks";
import type { Join } from "../api.ts";
import type { Problem } from "../client.ts";
import { plain } from "../format.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import { formOf } from "../ui/form.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import { Time } from "../ui/time.tsx";
import { readMe } from "./me.ts";
import { hint } from "./session.ts";

const SOON_MS = 10_000;

/** A signed-in stranger asks an admin to be let in. */
export function AskToJoin() {
  const [asked, setAsked] = useState<Join | undefined>(undefined);
  const form = formOf("join", { name: "", email: hint() });
  const { name, email } = form.value;
  const command = useCommand<Join>("/v1/join");
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const join = await command.run({ name, ...(email !== "" && { email }) });
    if (join === undefined) return;
    form.drop();
    setAsked(join);
    announce("You have asked to join.");
  }
  if (asked) return <Asked join={asked} again={() => setAsked(undefined)} />;
  return (
    <form class="card" onSubmit={(event) => void submit(event)}>
      <h2>Ask to join</h2>
      <TextField
        label="Your name"
        hint="As an admin knows you"
        required
        maxLength={200}
        fault={faultOf(command.problem, "name")}
        value={name}
        write={(next) => form.edit({ name: next })}
      />
      <TextField
        label="Your mail address"
        hint="A hint for the admin, who decides where your mail goes"
        type="email"
        maxLength={254}
        fault={faultOf(command.problem, "email")}
        value={email}
        write={(next) => form.edit({ email: next })}
      />
      <Refused problem={command.problem} />
      <Submit busy={command.busy}>Ask to join</Submit>
    </form>
  );
}

function Refused({ problem }: { problem: Problem | undefined }) {
  const bound = problem?.body.code === "already-bound";
  return problem === undefined ? null : <ProblemNotice problem={problem} {...(bound && { retry: readMe })} />;
}

/** Looks again and again, so that whoever waits is in as soon as an admin has let them in. */
function Asked({ join: { name, until }, again }: { join: Join; again: () => void }) {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && readMe(), SOON_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <section class="card">
      <h2>You have asked as {plain(name)}</h2>
      <p>
        Tell an admin of your organisation; they see it under <em>Settings, People</em>. It lapses <Time at={until} />.
      </p>
      <p class="hint" aria-busy="true">
        This page goes on by itself once you are let in
      </p>
      <div class="row">
        <button type="button" class="link" onClick={again}>
          Ask once more with another name
        </button>
      </div>
    </section>
  );
}
