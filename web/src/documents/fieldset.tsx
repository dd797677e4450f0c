import type { ComponentChildren } from "preact";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { ofDocument, ofLine, type Fault } from "./faults.ts";
import { WrittenLine } from "./line.tsx";
import { goes, same, staying, unwritten, type Place, type Written } from "./written.ts";

export interface Writing {
  written: readonly Written[];
  write: (written: Written[]) => void;
  faults: readonly Fault[];
}

interface Fields extends Writing {
  place: Place;
  /** Whether the lines that were there before take the whole document away. */
  gone?: boolean;
  /** Lines that were there before. */
  children?: ComponentChildren;
}

/** What happens to one document: its lines that were there before, and those that are written here. */
export function DocumentFields({ place, written, write, faults, gone = false, children }: Fields) {
  const add = (next: Written) => write([...written, next]);
  return (
    <fieldset class="edits">
      <legend>
        <Badge tone="quiet">{plain(place.environment)}</Badge> <code>{plain(place.path)}</code>
      </legend>
      <Wrong text={ofDocument(faults, place)} />
      <ul>
        {children}
        {goes(place, written) ? (
          <li class="bad">
            <Badge tone="bad">Deleted</Badge>
            <span class="key">the whole document, with all its keys</span>
            <button type="button" class="link" onClick={() => write(staying(written, place))}>
              Keep it<span class="unseen"> {plain(place.path)}</span>
            </button>
          </li>
        ) : (
          written.map((each, at) =>
            each.op !== "deleteDocument" && same(each, place) ? (
              <WrittenLine
                key={at}
                written={each}
                wrong={ofLine(faults, each)}
                change={(next) => write(written.toSpliced(at, 1, next))}
                drop={() => write(written.toSpliced(at, 1))}
              />
            ) : null,
          )
        )}
      </ul>
      {!gone && !goes(place, written) && <Adding place={place} add={add} />}
    </fieldset>
  );
}

function Adding({ place, add }: { place: Place; add: (next: Written) => void }) {
  return (
    <div class="row">
      <button type="button" class="plain" onClick={() => add(unwritten("set", place))}>
        Set a key
      </button>
      <button type="button" class="plain" onClick={() => add(unwritten("delete", place))}>
        Remove a key
      </button>
      <button type="button" class="plain" onClick={() => add(unwritten("rename", place))}>
        Rename a key
      </button>
    </div>
  );
}
