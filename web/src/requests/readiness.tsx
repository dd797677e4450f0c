import { Given } from "../access/given.tsx";
import type { ChangeRequest } from "../api.ts";
import { count, STATUSES, type Tone } from "../format.ts";
import { Reasons, Condition } from "../ui/reasons.tsx";
import { ACTS, type Act } from "./acts.ts";
import { Barred } from "./barred.tsx";
import { Failed, Landed, Merging, Stopped, Unreviewed } from "./outcome.tsx";

interface Acting {
  request: ChangeRequest;
  onAct: (act: Act) => void;
}

/** Whether this can merge; if not, every reason and who can clear it. What merges it is here, explained when it must wait. */
export function Readiness({ request, onAct }: Acting) {
  const { title, tone } = heading(request);
  return (
    <section class={`card readiness ${tone}`} aria-labelledby="readiness">
      <h2 id="readiness">{title}</h2>
      {request.status === "OPEN" && <Open request={request} onAct={onAct} />}
      {request.status === "MERGING" && <Merging request={request} />}
      {request.statusReason && request.status !== "OPEN" && <Stopped reason={request.statusReason} />}
      {request.status === "FAILED" && <Failed request={request} onAct={onAct} />}
      <Unreviewed request={request} onAct={onAct} />
      <Landed request={request} />
      <Given request={request} end={() => onAct("revoke")} />
      <Barred request={request} />
    </section>
  );
}

function Open({ request, onAct }: Acting) {
  const met = satisfied(request);
  return (
    <>
      {request.reasons.length > 0 && <Reasons reasons={request.reasons} />}
      {met.length > 0 && (
        <ul class="conditions">
          {met.map((text) => (
            <Condition key={text} met text={text} />
          ))}
        </ul>
      )}
      {request.reasons.some(({ code }) => code === "rules-changed") && request.may.includes("revise") && (
        <button type="button" class="plain whole" onClick={() => onAct("renew")}>
          {ACTS.renew.title}
        </button>
      )}
      <MergeButton request={request} onAct={onAct} />
      {request.may.includes("bypass") && (
        <button type="button" class="danger whole" onClick={() => onAct("bypass")}>
          Bypass the approvers
        </button>
      )}
    </>
  );
}

function MergeButton({ request, onAct }: Acting) {
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
        onClick={() => why === undefined && onAct("merge")}
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

function heading({ status, agreed, bypass }: ChangeRequest): { title: string; tone: Tone } {
  if (status === "OPEN") {
    return agreed ? { title: "Ready to merge", tone: "good" } : { title: "Not ready to merge", tone: "wait" };
  }
  const { word, tone } = STATUSES[status];
  if (status === "BYPASSED") return { title: "Merged without its approvers", tone };
  if (status === "FAILED") return { title: "Merged in part", tone };
  if (status === "MERGING" && bypass) return { title: "Merging without its approvers", tone: "bad" };
  return { title: word.charAt(0).toUpperCase() + word.slice(1), tone };
}

function satisfied({ policies }: ChangeRequest): string[] {
  return policies.flatMap(({ name, requirements }) =>
    requirements
      .filter(({ counted, needed }) => counted >= needed)
      .map(({ counted, needed }) => `${name}: ${counted} of ${count(needed, "approval")}`),
  );
}
