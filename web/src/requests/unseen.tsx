import { plain } from "../format.ts";
import { askToSignOut } from "../session/gate.tsx";
import { me } from "../session/me.ts";
import { Arrival } from "../ui/arrival.tsx";

/** A request that is not there, or not for whoever is signed in: which of them nobody is told. */
export function Unseen({ id }: { id: string }) {
  const person = me.value?.person;
  return (
    <section class="gate">
      <Arrival>There is no such request, or you may not see it</Arrival>
      {person && (
        <p>
          You looked for {id}, signed in as <strong>{plain(person.name)}</strong>, {plain(person.email)}. If the mail that led here
          was sent to somebody else, they must open it: passing it on lets nobody in.
        </p>
      )}
      <p>If you should see it, ask an admin for a role in the {id.startsWith("*") ? "organisation" : `project ${id.replace(/-\d+$/, "")}`}.</p>
      <div class="row">
        <button type="button" onClick={askToSignOut}>
          Sign in as somebody else
        </button>
        <a class="button plain" href="/">
          What waits for me
        </a>
      </div>
    </section>
  );
}
