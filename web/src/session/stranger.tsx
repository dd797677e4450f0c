import { useState } from "preact/hooks";
import type { Problem } from "../client.ts";
import { plain } from "../format.ts";
import { Bootstrap } from "./bootstrap.tsx";
import { askToSignOut } from "./gate.tsx";
import { AskToJoin } from "./join.tsx";
import { readMe } from "./me.ts";
import { hint, subject } from "./session.ts";

/** Signed in, but no person of this installation. */
export function StrangerPage({ problem }: { problem: Problem }) {
  const name = hint() && ` as ${plain(hint())}`;
  if (problem.body.code === "no-admin-yet") {
    return (
      <section class="gate">
        <h1 tabIndex={-1}>Countersign has no admin yet</h1>
        <p>You are signed in{name}. Whoever has the one-time code of this installation becomes its first admin.</p>
        <Bootstrap />
        <Ways />
      </section>
    );
  }
  return (
    <section class="gate">
      <h1 tabIndex={-1}>Countersign does not know you yet</h1>
      <p>
        You are signed in{name}, but nobody has added you here. Ask to join, and an admin lets you in. If you came by a link in
        somebody else's mail, they must open it themselves.
      </p>
      <AskToJoin />
      <Identity />
      <Ways />
    </section>
  );
}

function Identity() {
  const [copied, setCopied] = useState(false);
  const who = subject();
  const text = `issuer ${who.issuer}\nsubject ${who.subject}`;
  return (
    <details>
      <summary>By what an admin knows that it is you</summary>
      <pre>{text}</pre>
      <button
        type="button"
        class="plain"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? "Copied" : "Copy"}
      </button>
    </details>
  );
}

function Ways() {
  return (
    <div class="row">
      <button type="button" class="plain" onClick={readMe}>
        I have been added
      </button>
      <button type="button" class="plain" onClick={askToSignOut}>
        Sign in as somebody else
      </button>
    </div>
  );
}
