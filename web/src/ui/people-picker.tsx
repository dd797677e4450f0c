import { useId, useRef, useState } from "preact/hooks";
import { count, plain } from "../format.ts";
import { nameOfGroup, nameOfPerson, type Directory } from "./directory.ts";
import { found, moved, type Choice, type Chosen } from "./people-search.ts";
import { Wrong } from "./wrong.tsx";

interface Picking {
  label: string;
  /** What it belongs to, where that can be seen only. */
  of?: string;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  directory: Directory;
  /** What is wrong with the choice, if anything is. */
  wrong?: string | undefined;
}

/** Chooses people and groups by typing a part of a name: a combobox, and the chosen ones above it. */
export function PeoplePicker({ label, of = "", chosen, choose, directory, wrong }: Picking) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  // What Enter would choose: nobody, before something was typed or an arrow pressed.
  const [at, setAt] = useState<number | undefined>(undefined);
  const [said, setSaid] = useState("");
  const { choices, more } = found(directory, chosen, typed);
  const active = open && at !== undefined ? choices[Math.min(at, choices.length - 1)] : undefined;

  function pick(choice: Choice) {
    choose({ ...chosen, [choice.of]: [...chosen[choice.of], choice.id] });
    setTyped("");
    setAt(undefined);
    setOpen(false);
    setSaid(`${choice.name} added.`);
  }
  function drop(of: Choice["of"], gone: string, name: string) {
    choose({ ...chosen, [of]: chosen[of].filter((each) => each !== gone) });
    setSaid(`${name} taken out.`);
    field.current?.focus();
  }
  function press(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      if (active) pick(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setAt(moved(open ? at : undefined, event.key, choices.length));
    }
  }

  return (
    <div class="picker">
      <label for={id}>
        {label} <span class="unseen">{of}</span>
      </label>
      <div class="combobox">
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          placeholder={directory.groups.length === 0 ? "Search people" : "Search people and groups"}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-expanded={open && choices.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active && `${id}-${active.of}-${active.id}`}
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={`${id}-more`}
          value={typed}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setAt(event.currentTarget.value.trim() === "" ? undefined : 0);
          }}
          onKeyDown={press}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open || choices.length === 0}>
          {choices.map((choice) => (
            <li
              key={choice.of + choice.id}
              id={`${id}-${choice.of}-${choice.id}`}
              role="option"
              aria-selected={choice === active}
              onMouseDown={(event) => (event.preventDefault(), pick(choice))}
            >
              {choice.name} <small>{choice.about}</small>
            </li>
          ))}
        </ul>
      </div>
      <small id={`${id}-more`}>
        <Wrong text={wrong} />
        {open && typed !== "" && choices.length === 0 && `Nobody else is called “${plain(typed)}”.`}
        {open && more > 0 && `${count(more, "more")}: type a part of the name.`}
      </small>
      {chosen.groups.length + chosen.people.length > 0 && (
        <ul class="chips" aria-label={`Chosen: ${label} ${of}`.trim()}>
          {chosen.groups.map((each) => {
            const name = nameOfGroup(directory, each);
            return <Chip key={each} name={`group ${name}`} drop={() => drop("groups", each, name)} />;
          })}
          {chosen.people.map((each) => {
            const name = nameOfPerson(directory, each);
            return <Chip key={each} name={name} drop={() => drop("people", each, name)} />;
          })}
        </ul>
      )}
      <span role="status" class="unseen">
        {said}
      </span>
    </div>
  );
}

function Chip({ name, drop }: { name: string; drop: () => void }) {
  return (
    <li>
      {name}
      <button type="button" class="link" aria-label={`Take out ${name}`} onClick={drop}>
        ×
      </button>
    </li>
  );
}
