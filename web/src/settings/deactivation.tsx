import { useState } from "preact/hooks";
import type { Person } from "../api.ts";
import { plain } from "../format.ts";
import { myId } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { Dialog, Ways } from "../ui/dialog.tsx";
import type { Seen, Thing } from "../ui/thing.ts";
import { Refused } from "./editor.tsx";

/** Ends somebody's part here, or lets them come back. Nobody is ever deleted. */
export function Deactivation({ seen, thing }: { seen: Seen<Person>; thing: Thing<Person> }) {
  const person = seen.value;
  const [open, setOpen] = useState(false);
  const words = person.active ? "Deactivate" : "Reactivate";
  return (
    <section class="card" aria-labelledby="deactivation">
      <h2 id="deactivation">{person.active ? "Leaving" : "Coming back"}</h2>
      {person.id === myId() ? (
        <p class="hint">Nobody can deactivate themselves; another admin can.</p>
      ) : (
        <>
          <p class="hint">
            {person.active ? "Ends what they may do, at once. What they said stays." : "Gives back what they may do, as it is now."}
          </p>
          <button type="button" class={person.active ? "danger" : "plain"} onClick={() => setOpen(true)}>
            {words}
          </button>
        </>
      )}
      {open && <Confirmation seen={seen} thing={thing} words={words} onClose={() => setOpen(false)} />}
    </section>
  );
}

interface Confirming {
  seen: Seen<Person>;
  thing: Thing<Person>;
  words: string;
  onClose: () => void;
}

function Confirmation({ seen, thing, words, onClose }: Confirming) {
  const person = seen.value;
  const name = plain(person.name);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const saved = await thing.save({ name: person.name, email: person.email, active: !person.active }, seen);
    if (saved === undefined) return;
    announce(saved.active ? `${name} is active again.` : `${name} is deactivated.`);
    onClose();
  }
  return (
    <Dialog title={`${words} ${name}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <div class={`notice ${person.active ? "bad" : "wait"}`}>
          <p>What follows, at once:</p>
          <ul>
            {(person.active ? LEAVES : RETURNS).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
        <Refused problem={thing.problem} />
        <Ways words={words} busy={thing.busy} danger={person.active} onClose={onClose} />
      </form>
    </Dialog>
  );
}

const LEAVES = [
  "They can sign in and do nothing here, wherever they are signed in already.",
  "Their approvals of open requests count no more. A rejection of theirs goes on blocking.",
  "What they proposed is not merged until somebody takes it over by a new revision.",
  "They stay in groups and policies by name, and everything they did stays in the history.",
];

const RETURNS = [
  "They sign in as before, with the groups and roles they have now.",
  "Their approvals of revisions that are still open count again.",
];
