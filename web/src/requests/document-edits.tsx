import type { ChangeRequest, Operation } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { SecretField } from "../ui/secret-field.tsx";
import { nameOf, type Edits, type Place, type Written } from "./amendment.ts";
import { Keys } from "./keys.tsx";
import { target, wordOf } from "./operation.ts";

export interface Editing {
  request: ChangeRequest;
  edits: Edits;
  edit: (change: Partial<Edits>) => void;
}

/** What happens to one document: what the revision says of it, line by line, and what is new. */
export function DocumentEdits({ place, request, edits, edit }: Editing & { place: Place }) {
  const { environment, path } = place;
  const change = request.changes.find((each) => each.environment === environment && each.path === path);
  const whole = change?.operations.some(({ op }) => op === "deleteDocument") === true;
  const add = (written: Written) => edit({ written: [...edits.written, written] });
  return (
    <fieldset class="edits">
      <legend>
        <Badge tone="quiet">{plain(environment)}</Badge> <code>{plain(path)}</code>
      </legend>
      <ul>
        {change?.operations.map((operation) => (
          <Held key={nameOf(place, operation)} place={place} operation={operation} edits={edits} edit={edit} />
        ))}
        {edits.written.map((written, at) =>
          written.environment === environment && written.path === path ? (
            <New
              key={at}
              written={written}
              change={(next) => edit({ written: edits.written.with(at, next) })}
              drop={() => edit({ written: edits.written.toSpliced(at, 1) })}
            />
          ) : null,
        )}
      </ul>
      {!whole && (
        <div class="row">
          <button type="button" class="plain" onClick={() => add({ environment, path, op: "set", key: "", value: "" })}>
            Set a key
          </button>
          <button type="button" class="plain" onClick={() => add({ environment, path, op: "delete", key: "" })}>
            Remove a key
          </button>
          <button type="button" class="plain" onClick={() => add({ environment, path, op: "rename", key: "", to: "" })}>
            Rename a key
          </button>
        </div>
      )}
    </fieldset>
  );
}

interface Holding {
  place: Place;
  operation: Operation;
  edits: Edits;
  edit: (change: Partial<Edits>) => void;
}

/** An operation of the revision: it stays, goes, or gets another value. */
function Held({ place, operation, edits, edit }: Holding) {
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
    </li>
  );
}

const LABELS: Record<Written["op"], string> = { set: "Key to set", delete: "Key to remove", rename: "Key to rename" };

/** An operation that is written here. */
function New({ written, change, drop }: { written: Written; change: (next: Written) => void; drop: () => void }) {
  return (
    <li class="good written">
      <label>
        {LABELS[written.op]}
        <input
          type="text"
          required
          maxLength={255}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          autofocus
          value={written.key}
          onInput={(event) => change({ ...written, key: event.currentTarget.value })}
        />
      </label>
      {written.op === "rename" && (
        <label>
          New name
          <input
            type="text"
            required
            maxLength={255}
            pattern="[A-Za-z0-9_.\-]+"
            title="Letters, digits, _ . -"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={written.to}
            onInput={(event) => change({ ...written, to: event.currentTarget.value })}
          />
        </label>
      )}
      {written.op === "set" && (
        <SecretField label="Value" value={written.value} write={(value) => change({ ...written, value })} />
      )}
      <button type="button" class="link" onClick={drop}>
        Take out<span class="unseen"> {plain(written.key) || "this line"}</span>
      </button>
    </li>
  );
}
