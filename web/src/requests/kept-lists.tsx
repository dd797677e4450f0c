import { useState } from "preact/hooks";
import { plain } from "../format.ts";
import { myId } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { keptBy } from "./kept.ts";
import { addressOf, type View } from "./view.ts";

/** The lists that somebody keeps. */
export function KeptLists({ view }: { view: View }) {
  const { lists } = keptBy(myId() ?? "");
  const here = placeOf(view);
  if (lists.length === 0) return null;
  return (
    <nav class="kept" aria-label="Kept lists">
      {lists.map(({ name, to }) => (
        <a key={name} href={to} aria-current={to === here ? "page" : undefined}>
          {plain(name)}
        </a>
      ))}
    </nav>
  );
}

/** Gives the list that is shown a name to keep it by, or forgets it. To others its address can be sent. */
export function Keeping({ view }: { view: View }) {
  const { lists, keep, forget } = keptBy(myId() ?? "");
  const [name, setName] = useState("");
  const to = placeOf(view);
  const known = lists.find((each) => each.to === to);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    keep({ name: name.trim(), to });
    setName("");
    announce(`The list “${plain(name.trim())}” is kept in this browser.`);
  }

  if (known !== undefined) {
    return (
      <button type="button" class="plain" onClick={() => forget(known)}>
        Forget “{plain(known.name)}”
      </button>
    );
  }
  return (
    <form class="row" onSubmit={submit}>
      <label>
        Name for this list
        <input
          type="text"
          required
          pattern=".*\S.*"
          maxLength={60}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="plain">
        Keep it
      </button>
    </form>
  );
}

function placeOf(view: View): string {
  return addressOf({ ...view, cursor: "" });
}
