import { useState } from "preact/hooks";
import type { Person } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { Asking } from "../governance/asking.tsx";
import { locksUp } from "../governance/words.ts";
import { myId } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { Dialog, Ways } from "../ui/dialog.tsx";
import { changesOf, Overtaken } from "../ui/meanwhile.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { useSaving, type Seen, type Thing } from "../ui/thing.ts";
import { Refused } from "./editor.tsx";
import { PARTS } from "./person-fields.tsx";

/** Ends somebody's part here, or lets them come back. Nobody is ever deleted. */
export function Deactivation({ seen, thing }: { seen: Seen<Person>; thing: Thing<Person> }) {
  const person = seen.value;
  const [open, setOpen] = useState(false);
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
            {wordsFor(person)}
          </button>
        </>
      )}
      {open && <Confirmation seen={seen} thing={thing} onClose={() => setOpen(false)} />}
    </section>
  );
}

interface Confirming {
  seen: Seen<Person>;
  thing: Thing<Person>;
  onClose: () => void;
}

function wordsFor({ active }: Person): string {
  return active ? "Deactivate" : "Reactivate";
}

/** The second step. What is done is what was seen when it was opened, or nothing. */
function Confirmation({ seen: now, thing, onClose }: Confirming) {
  const [seen] = useState(now);
  const saving = useSaving(thing);
  const agreement = useAgreement(ORGANISATION, `settings.person.${seen.value.id}.return`);
  const moved = seen.tag !== now.tag && !saving.busy;
  const person = seen.value;
  const name = plain(person.name);
  const words = wordsFor(person);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    const body = { name: person.name, email: person.email, active: !person.active };
    // Nobody has to agree that somebody leaves.
    const saved = await (person.active ? saving.save(body, seen) : saving.save(body, seen, agreement));
    if (saved === undefined) return;
    announce(saved.active ? `${name} is active again.` : `${name} is deactivated.`);
    onClose();
  }
  return (
    <Dialog title={`${words} ${name}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {moved ? <Overtaken changes={changesOf(PARTS, person, now.value)} problem={saving.problem} /> : <Follows person={person} />}
        {!moved && person.active && agreement.state && locksUp(agreement.state, person.id) && <LocksUp />}
        {!moved && !person.active && <Asking agreement={agreement} />}
        {!moved && <Refused problem={saving.problem} />}
        <Ways words={words} busy={saving.busy} danger={person.active} moved={moved} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Follows({ person: { active } }: { person: Person }) {
  return (
    <div class={`notice ${active ? "bad" : "wait"}`}>
      <p>{active ? "What follows, at once and without anybody’s agreement:" : "What follows:"}</p>
      <ul>
        {(active ? LEAVES : RETURNS).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}

function LocksUp() {
  return (
    <p class="notice bad">
      Too few would be left to agree to changes of rules in the organisation: nobody could change any, nor let anybody in, until whoever owns the
      AWS account lets an admin in again. Give somebody else the role first.
    </p>
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
