import type { ChangeRequest, Reason } from "../api.ts";
import { plain, plainLines, who } from "../format.ts";
import { addressOf } from "../secrets/view.ts";
import { project as mine } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { ClearedBy, Reasons } from "../ui/reasons.tsx";
import { Time } from "../ui/time.tsx";
import type { Act } from "./acts.ts";
import { mergerOf } from "./merger.ts";
import { Remaining } from "./remaining.tsx";

type Phase = NonNullable<ChangeRequest["merging"]>["phase"];

interface Acting {
  request: ChangeRequest;
  onAct: (act: Act) => void;
}

const PHASES: [phase: Phase, words: string][] = [
  ["PREPARING", "Write the new versions beside those that are live"],
  ["WRITING", "Make them live, each only where nobody else has written meanwhile"],
];

/** It is being written; nobody has to wait for it here. */
export function Merging({ request: { changes, merging, rules } }: { request: ChangeRequest }) {
  const back = merging?.phase === "TURNING_BACK";
  return (
    <>
      <progress aria-label="Merging" />
      {back ? (
        <p>
          A document could not be written, so what may be live is being taken away again: {plain(merging.reason?.message ?? "")}
        </p>
      ) : rules ? null : (
        <ol class="phases">
          {PHASES.map(([phase, words]) => (
            <li key={phase} aria-current={merging?.phase === phase ? "step" : undefined}>
              {words}
            </li>
          ))}
        </ol>
      )}
      <ul class="merging">
        {changes.map(({ environment, path }) => (
          <li key={environment + path}>
            {plain(environment)} <code>{plain(path)}</code>
          </li>
        ))}
      </ul>
      <p class="hint">
        You can leave this page; the merge goes on without it
        {merging?.heldUntil && (
          <>
            , and is taken up again soon after <Time at={merging.heldUntil} /> if it is cut off
          </>
        )}
        .
      </p>
    </>
  );
}

/** What is live of a merge that failed, and the two ways on. */
export function Failed({ request, onAct }: Acting) {
  const may = request.may.includes("finish");
  const waits = request.reasons.length > 0;
  return (
    <>
      <Remaining request={request} />
      {waits && (
        <>
          <p>Finishing it waits for:</p>
          <Reasons reasons={request.reasons} />
        </>
      )}
      {may ? (
        <>
          <button
            type="button"
            class="whole"
            aria-disabled={waits}
            onClick={() => waits || onAct("finish")}
          >
            Finish the merge
          </button>
          <button type="button" class="danger whole" onClick={() => onAct("undo")}>
            Undo the merge
          </button>
        </>
      ) : (
        <p class="hint">
          Finishing or undoing it is up to the author, an approver, or somebody who may merge in this project.
        </p>
      )}
    </>
  );
}

/** Why a request is in the state it is in. */
export function Stopped({ reason }: { reason: Reason }) {
  return (
    <p>
      {plain(reason.message)} <ClearedBy reason={reason} />
    </p>
  );
}

/** Why it went around its approvers, and whether one of them has looked at it since. */
export function Unreviewed({ request, onAct }: Acting) {
  const { bypass, status, may } = request;
  if (bypass === null) return null;
  return (
    <>
      <p>
        {plain(request.author.name)} bypassed the approvers <Time at={bypass.at} />:
      </p>
      <p class="said" dir="auto">
        {plainLines(bypass.reason)}
      </p>
      {bypass.acknowledged ? (
        <p>
          <Badge tone="good">reviewed</Badge> by {plain(bypass.acknowledged.by.name)}{" "}
          <Time at={bypass.acknowledged.at} />
        </p>
      ) : (
        status !== "MERGING" && (
          <p>
            <Badge tone="bad">not reviewed</Badge> No approver has acknowledged it yet.
          </p>
        )
      )}
      {may.includes("acknowledge") && (
        <button type="button" class="whole" onClick={() => onAct("acknowledge")}>
          Acknowledge the bypass
        </button>
      )}
    </>
  );
}

/** Who merged it, and where that left the documents. */
export function Landed({ request }: { request: ChangeRequest }) {
  const { project, documents, undeleted } = request;
  const merger = mergerOf(request);
  return (
    <>
      {merger?.by && (
        <p>
          {who(merger.by)} merged it <Time at={merger.at} />.
        </p>
      )}
      {documents.length > 0 && <Versions project={project} documents={documents} />}
      {undeleted.map(({ environment, path, message }) => (
        <p key={environment + path}>{plain(message)}</p>
      ))}
    </>
  );
}

function Versions({ project, documents }: Pick<ChangeRequest, "project" | "documents">) {
  const known = mine(project) !== undefined;
  return (
    <dl class="documents">
      {documents.map(({ environment, path, versionId, deleted }) => (
        <div key={environment + path}>
          <dt>
            {plain(environment)} <code>{plain(path)}</code>
          </dt>
          <dd>
            {deleted ? "goes as a whole; AWS keeps it for 30 days. Last " : ""}version <code>{versionId}</code>
          </dd>
          {known && !deleted && (
            <dd>
              <a href={addressOf({ project, environment, path, key: "", cursor: "" })}>
                Look at it under Secrets<span class="unseen">: {plain(path)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
