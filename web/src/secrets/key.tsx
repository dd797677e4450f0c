import { useEffect, useRef } from "preact/hooks";
import type { DocumentSummary, Key } from "../api.ts";
import { Earlier, NewName, WORDS } from "../documents/line.tsx";
import { RevealButton, RevealedValues, revealCurrent, useReveal } from "../documents/reveal.tsx";
import { unwritten, type OnKey, type Place } from "../documents/written.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { SecretField } from "../ui/secret-field.tsx";
import { basketOf, onKey, replaced } from "./basket.ts";
import { PendingMark } from "./pending.tsx";

interface Shown {
  project: string;
  place: Place;
  entry: Key;
  summary: DocumentSummary;
  /** Whether a change of the document may be written here. */
  free: boolean;
}

/** A key: masked, revealed by a click where that is allowed, and changed where it stands. */
export function KeyRow({ project, place, entry, summary, free }: Shown) {
  const { key, kind, rotated } = entry;
  const { content, may, pending, previousVersionId } = summary;
  const basket = basketOf(project);
  const { written } = basket.change;
  const revealing = useReveal(key, summary.changedAt ?? "", () => revealCurrent(project, place, key));
  const op = free ? onKey(written, place, key) : undefined;
  const put = (next: OnKey | undefined) => basket.write({ written: replaced(written, op, next) });
  const row = useRef<HTMLLIElement>(null);
  const act = useFocus(row, op?.op, put);
  const name = plain(key);
  return (
    <li ref={row} class={op === undefined ? "quiet" : WORDS[op.op].tone}>
      {op && <Badge tone={WORDS[op.op].tone}>{WORDS[op.op].badge}</Badge>}
      <span class="key">
        <code>{name}</code> {kind !== "STRING" && <small>{kind.toLowerCase()}</small>}
        <span class="dots" role="img" aria-label="sealed value">
          ••••••
        </span>
      </span>
      <PendingMark pending={pending} place={place} name={key} />
      {rotated && <Badge tone="quiet">written by rotation</Badge>}
      <span class="acts">
        {may.includes("reveal") && <RevealButton what="Reveal" name={key} revealing={revealing} />}
        {free && !rotated && op === undefined && (
          <>
            <Act word="Change" name={name} act={() => act(unwritten("set", place, key))} />
            {content === "OBJECT" && <Act word="Rename" name={name} act={() => act(unwritten("rename", place, key))} />}
            {content === "OBJECT" && <Act word="Remove" name={name} act={() => act(unwritten("delete", place, key))} />}
            {previousVersionId !== null && (
              <Act word="Revert" name={name} act={() => act({ ...place, op: "copy", key, version: previousVersionId })} />
            )}
          </>
        )}
        {op && <Act word="Keep as it is" name={name} act={() => act(undefined)} />}
      </span>
      {op?.op === "rename" && <NewName written={op} change={put} />}
      {op?.op === "copy" && <Earlier written={op} />}
      {op?.op === "set" && (
        <SecretField label={`New value of ${name}`} value={op.value} write={(value) => put({ ...op, value })} />
      )}
      <RevealedValues name={key} revealing={revealing} />
    </li>
  );
}

/** Acts, and takes the keyboard along: to what is to be filled in, or to the way back. */
function useFocus<T>(row: { current: HTMLLIElement | null }, state: unknown, act: (next: T) => void): (next: T) => void {
  const acted = useRef(false);
  useEffect(() => {
    if (acted.current) {
      const field = row.current?.querySelector<HTMLElement>("textarea, input");
      (field ?? row.current?.querySelector<HTMLElement>(".acts button:last-child"))?.focus();
    }
    acted.current = false;
  }, [state]);
  return (next) => {
    acted.current = true;
    act(next);
  };
}

function Act({ word, name, act }: { word: string; name: string; act: () => void }) {
  return (
    <button type="button" class="link" onClick={act}>
      {word}
      <span class="unseen"> {name}</span>
    </button>
  );
}
