import type { ChangeRequest, Reason } from "../api.ts";
import { count, plain, STATUSES, type Tone } from "../format.ts";
import { ClearedBy, Reasons, Condition } from "../ui/reasons.tsx";

/** Whether this can merge; if not, every reason and who can clear it. Merge is here, explained when it must wait. */
export function Readiness({ request, onMerge }: { request: ChangeRequest; onMerge: () => void }) {
  const { title, tone } = heading(request);
  const open = request.status === "OPEN";
  const met = open ? satisfied(request) : [];
  return (
    <section class={`card readiness ${tone}`} aria-labelledby="readiness">
      <h2 id="readiness">{title}</h2>
      {request.statusReason && <StatusReason reason={request.statusReason} />}
      {open && request.reasons.length > 0 && <Reasons reasons={request.reasons} />}
      {met.length > 0 && (
        <ul class="conditions">
          {met.map((text) => (
            <Condition key={text} met text={text} />
          ))}
        </ul>
      )}
      {open && <MergeButton request={request} onMerge={onMerge} />}
      {request.status === "MERGING" && <progress aria-label="Merging" />}
      {request.status === "MERGING" && <p class="hint">You can leave this page; the merge goes on without it.</p>}
      {request.documents.length > 0 && <Documents request={request} />}
      {request.undeleted.map(({ environment, path, message }) => (
        <p key={environment + path}>{plain(message)}</p>
      ))}
    </section>
  );
}

function MergeButton({ request, onMerge }: { request: ChangeRequest; onMerge: () => void }) {
  const allowed = request.may.includes("merge");
  const why = !request.agreed
    ? "Merging waits for the points above."
    : allowed
      ? undefined
      : "Merging is up to the author, an approver of this request, or somebody who may merge in this project.";
  return (
    <>
      <button
        type="button"
        class="whole"
        aria-disabled={why !== undefined}
        aria-describedby={why === undefined ? undefined : "merge-why"}
        onClick={() => why === undefined && onMerge()}
      >
        Merge
      </button>
      {why !== undefined && (
        <p id="merge-why" class="hint">
          {why}
        </p>
      )}
    </>
  );
}

/** Why a request is in the state it is in. */
function StatusReason({ reason }: { reason: Reason }) {
  return (
    <p>
      {plain(reason.message)} <ClearedBy reason={reason} />
    </p>
  );
}

function Documents({ request }: { request: ChangeRequest }) {
  return (
    <dl class="documents">
      {request.documents.map(({ environment, path, versionId }) => (
        <div key={environment + path}>
          <dt>
            {plain(environment)} <code>{plain(path)}</code>
          </dt>
          <dd>
            version <code>{versionId}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function heading({ status, agreed }: ChangeRequest): { title: string; tone: Tone } {
  if (status !== "OPEN") {
    const { word, tone } = STATUSES[status];
    return { title: word.charAt(0).toUpperCase() + word.slice(1), tone };
  }
  return agreed ? { title: "Ready to merge", tone: "good" } : { title: "Not ready to merge", tone: "wait" };
}

function satisfied({ policies }: ChangeRequest): string[] {
  return policies.flatMap(({ name, requirements }) =>
    requirements
      .filter(({ counted, needed }) => counted >= needed)
      .map(({ counted, needed }) => `${name}: ${counted} of ${count(needed, "approval")}`),
  );
}
