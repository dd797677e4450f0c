import type { Operation } from "../api.ts";
import { ofLine, type Fault } from "../documents/faults.ts";
import type { Place } from "../documents/written.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { SecretField } from "../ui/secret-field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { nameOf, type Edits } from "./amendment.ts";
import { Keys } from "./keys.tsx";
import { target, wordOf } from "./operation.ts";

interface Holding {
  place: Place;
  operation: Operation;
  edits: Edits;
  edit: (change: Partial<Edits>) => void;
  faults: readonly Fault[];
}

/** An operation of the revision: it stays, goes, or gets another value. */
export function Held({ place, operation, edits, edit, faults }: Holding) {
  const name = nameOf(place, operation);
  const { word, tone } = wordOf(operation);
  const dropped = edits.dropped.includes(name);
  const value = dropped ? undefined : edits.replaced[name];
  const { [name]: _old, ...others } = edits.replaced;
  const key = plain(target(operation)) || "the document";
  return (
    <li class={dropped ? "quiet gone" : tone}>
      <Badge tone={dropped ? "quiet" : tone}>{dropped ? "Taken out" : word}</Badge>
      <span class="key">
        <Keys operation={operation} />
      </span>
      {!dropped && operation.op === "set" && (
        <button
          type="button"
          class="link"
          onClick={() => edit({ replaced: value === undefined ? { ...edits.replaced, [name]: "" } : others })}
        >
          {value === undefined ? "Replace value" : "Keep value"}
          <span class="unseen"> {key}</span>
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={() =>
          edit({ dropped: dropped ? edits.dropped.filter((each) => each !== name) : [...edits.dropped, name] })
        }
      >
        {dropped ? "Put back" : "Take out"}
        <span class="unseen"> {key}</span>
      </button>
      {value !== undefined && (
        <SecretField
          label={`New value of ${key}`}
          value={value}
          write={(next) => edit({ replaced: { ...edits.replaced, [name]: next } })}
        />
      )}
      {value !== undefined && <Wrong text={ofLine(faults, { ...place, op: "set", key: target(operation), value })} />}
    </li>
  );
}
