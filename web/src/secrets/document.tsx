import { useState } from "preact/hooks";
import { askAddress } from "../access/address.ts";
import type { DocumentSummary } from "../api.ts";
import { WrittenLine } from "../documents/line.tsx";
import { goes, staying, unwritten, type Place, type Written } from "../documents/written.ts";
import { count, plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";
import { basketOf, others, replaced } from "./basket.ts";
import { hindered } from "./hindrance.ts";
import { KeyRow } from "./key.tsx";
import { PendingRequests } from "./pending.tsx";

interface Shown {
  project: string;
  environment: string;
  summary: DocumentSummary;
  /** Whether somebody can be asked to be shown its values. */
  askable: boolean;
  /** Whether its keys are shown from the beginning. */
  open: boolean;
}

/** A document: its keys without their values, and what is being changed of them. */
export function DocumentCard({ project, environment, summary, askable, open }: Shown) {
  const { path, keys, content, changedAt, pending } = summary;
  const [shown, setShown] = useState(open);
  const place = { environment, path };
  const written = basketOf(project).change.written;
  const gone = goes(place, written);
  const edited = gone || written.some((each) => each.environment === environment && each.path === path);
  return (
    <article class="document">
      <details open={shown || edited} onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary>
          <h2>
            <code>{plain(path)}</code>
          </h2>
          <span class="facts">
            {gone && <Badge tone="bad">to be deleted</Badge>}
            {content === "TEXT" && <Badge tone="quiet">plain text</Badge>}
            {content === "UNREADABLE" && <Badge tone="wait">no document</Badge>}
            {content === "PROPOSED" && <Badge tone="wait">proposed</Badge>}
            {pending.length > 0 && <Badge tone="wait">{count(pending.length, "open request")}</Badge>}
            {content === "OBJECT" && <span>{count(keys.length, "key")}</span>}
            {changedAt !== null && (
              <span>
                changed <Time at={changedAt} />
              </span>
            )}
          </span>
        </summary>
        {(shown || edited) && <Inside project={project} place={place} summary={summary} askable={askable} written={written} />}
      </details>
    </article>
  );
}

interface Opened {
  project: string;
  place: Place;
  summary: DocumentSummary;
  askable: boolean;
  written: Written[];
}

function Inside({ project, place, summary, askable, written }: Opened) {
  const { keys, content, request, pending, may } = summary;
  const basket = basketOf(project);
  const write = (next: Written[]) => basket.write({ written: next });
  const why = hindered(summary);
  const gone = goes(place, written);
  const proposed = content === "PROPOSED";
  const free = may.includes("propose") && !why?.lasting && !gone && !proposed;
  return (
    <div class="inside">
      <p class="hint">
        {proposed ? (
          "It is not there yet: it waits for an open request, where it can be revised."
        ) : request === null ? (
          "No recent request wrote what is there now."
        ) : (
          <>
            What is there now was written by request <a href={`/requests/${request}`}>{request}</a>.
          </>
        )}
      </p>
      {askable && (
        <p>
          <a href={askAddress({ project, ...place })}>
            Ask for access<span class="unseen"> to {plain(place.path)}</span>
          </a>{" "}
          <small>to its values, for a limited time</small>
        </p>
      )}
      {why && <p class={`notice ${why.lasting ? "wait" : "quiet"}`}>{why.message}</p>}
      <PendingRequests pending={pending} />
      <ul class="keys">
        {keys.map((each) => (
          <KeyRow key={each.key} project={project} place={place} entry={each} summary={summary} free={free} />
        ))}
        {!gone &&
          others(written, place, keys.map(({ key }) => key)).map((each) => (
            <WrittenLine
              key={written.indexOf(each)}
              written={each}
              wrong={undefined}
              change={(next) => write(replaced(written, each, next))}
              drop={() => write(replaced(written, each, undefined))}
            />
          ))}
      </ul>
      {content === "OBJECT" && keys.length === 0 && <p class="hint">It has no keys.</p>}
      <div class="row">
        {free && content === "OBJECT" && (
          <button type="button" class="plain" onClick={() => write([...written, unwritten("set", place)])}>
            New key<span class="unseen"> in {plain(place.path)}</span>
          </button>
        )}
        {free && (
          <button type="button" class="danger" onClick={() => write([...written, { ...place, op: "deleteDocument" }])}>
            Delete<span class="unseen"> {plain(place.path)}</span>
          </button>
        )}
        {gone && (
          <button type="button" class="plain" onClick={() => write(staying(written, place))}>
            Keep it<span class="unseen"> {plain(place.path)}</span>
          </button>
        )}
      </div>
    </div>
  );
}
