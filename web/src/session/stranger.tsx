import { useState } from "preact/hooks";
import { plain } from "../format.ts";
import { Bootstrap } from "./bootstrap.tsx";
import { askToSignOut } from "./gate.tsx";
import { AskToJoin } from "./join.tsx";
import { readMe } from "./me.ts";
import { hint, subject } from "./session.ts";

/** Signed in, but no person of this installation. */
export function StrangerPage() {
  const [copied, setCopied] = useState(false);
  const who = subject();
  const text = `issuer ${who.issuer}\nsubject ${who.subject}`;
  return (
    <section class="gate">
      <h1 tabIndex={-1}>Countersign does not know you yet</h1>
      <p>
        You are signed in{hint() && ` as ${plain(hint())}`}, but nobody has added you here. Ask to join, and an admin lets you in. If
        the mail that led here was sent to somebody else, they must open it.
      </p>
      <AskToJoin />
      <details>
        <summary>By what an admin knows that it is you</summary>
        <pre>{text}</pre>
      </details>
      <div class="row">
        <button
          type="button"
          class="plain"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? "Copied" : "Copy"}
        </button>
        <button type="button" class="plain" onClick={readMe}>
          I have been added
        </button>
        <button type="button" class="plain" onClick={askToSignOut}>
          Sign in as somebody else
        </button>
      </div>
      <Bootstrap />
    </section>
  );
}
