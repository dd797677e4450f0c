import { useState } from "preact/hooks";
import type { Join, Person } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { Asking } from "../governance/asking.tsx";
import { Collect } from "../governance/collect.tsx";
import { announce } from "../ui/announce.tsx";
import { Dialog, Ways } from "../ui/dialog.tsx";
import { changesOf, Overtaken } from "../ui/meanwhile.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { useSaving, type Seen, type Thing } from "../ui/thing.ts";
import { Refused } from "./editor.tsx";
import { Claim, keyOf, useJoins } from "./joins.tsx";
import { PARTS } from "./person-fields.tsx";

/** Whose sign-in is this person's: chosen from those who ask to join. */
export function SignInOf({ seen, thing }: { seen: Seen<Person>; thing: Thing<Person> }) {
  const person = seen.value;
  const joins = useJoins();
  const [chosen, setChosen] = useState<Join | undefined>(undefined);
  const asking = joins.value?.items ?? [];
  return (
    <section class="card" aria-labelledby="sign-in">
      <h2 id="sign-in">Sign-in</h2>
      <p>
        {person.bound
          ? "Bound to a subject of the sign-in service."
          : "Not bound yet: they cannot sign in, so they can neither vote nor propose."}
      </p>
      {asking.length === 0 ? (
        <p class="hint">
          {person.bound ? "To bind another subject" : "To bind them"}, ask them to sign in and press <em>Ask to join</em>; they
          appear here.
        </p>
      ) : (
        <ul class="joins">
          {asking.map((join) => (
            <li key={keyOf(join)}>
              <Claim join={join} />
              <button type="button" class="plain" onClick={() => setChosen(join)}>
                Bind<span class="unseen"> {plain(join.name)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && <Binding seen={seen} join={chosen} thing={thing} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

interface Binds {
  seen: Seen<Person>;
  join: Join;
  thing: Thing<Person>;
  onClose: () => void;
}

/** The second step. Who is bound is whom it showed when it was opened, or nobody. */
function Binding({ seen: now, join, thing, onClose }: Binds) {
  const [seen] = useState(now);
  const saving = useSaving(thing);
  const agreement = useAgreement(ORGANISATION, `settings.person.${seen.value.id}.bind`);
  const moved = seen.tag !== now.tag && !saving.busy;
  const person = seen.value;
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    const { name, email } = person;
    if ((await saving.save({ name, email, subject: join.subject }, seen, agreement)) === undefined) return;
    announce(`${plain(name)} can sign in.`);
    onClose();
  }
  return (
    <Dialog title={`Bind ${plain(person.name)}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Claim join={join} />
        {moved ? <Overtaken changes={changesOf(PARTS, person, now.value)} problem={saving.problem} /> : <Follows person={person} />}
        {!moved && <Asking agreement={agreement} />}
        {!moved && <Collect agreement={agreement} />}
        {!moved && <Refused problem={saving.problem} />}
        <Ways words="Bind them" busy={saving.busy} moved={moved} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Follows({ person: { name, bound } }: { person: Person }) {
  return (
    <div class="notice wait">
      <p>Whoever signs in with this subject acts as {plain(name)} from then on: votes, proposes, and sees what they may.</p>
      {bound && <p>Whoever signed in as {plain(name)} before is nobody here any more.</p>}
    </div>
  );
}
