import { names } from "../format.ts";
import { myId } from "../session/me.ts";
import type { Writers } from "./writers.ts";

/** Why somebody can only look, and who could do more. */
export function ReadOnly({ writers: { people, mine } }: { writers: Writers }) {
  if (people === undefined || mine) return null;
  return (
    <p class="hint">
      You can read these policies. Writing them needs the permission <code>policies:write</code> in the whole project
      {people.length === 0 ? ", which nobody has." : `; ${names(people, myId())} ${people.length === 1 ? "has" : "have"} it.`}
    </p>
  );
}
