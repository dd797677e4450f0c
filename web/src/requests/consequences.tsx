import type { ChangeRequest, Entitlement, MovedDocument, Named } from "../api.ts";
import { names, plain, plainLines } from "../format.ts";
import { myId } from "../session/me.ts";
import { Reasons } from "../ui/reasons.tsx";
import type { Act } from "./acts.ts";
import { Remaining } from "./remaining.tsx";
import { StoreMovedHint } from "./store-moved.tsx";

/** What somebody must know before they act, where it is more than what is signed. */
export function Consequences({ act, request, moved }: { act: Act; request: ChangeRequest; moved: MovedDocument[] }) {
  switch (act) {
    case "approve":
      return <StoreMovedHint moved={moved} />;
    case "merge":
      if (request.rules) return <p>It holds at once, all of it together or nothing.</p>;
      return request.access ? <p>{beginning(request.access)}</p> : <StoreMovedHint moved={moved} />;
    case "bypass":
      return (
        <>
          <OfBypass request={request} />
          <StoreMovedHint moved={moved} />
        </>
      );
    case "acknowledge":
      return request.bypass ? (
        <div class="notice wait">
          <p>It was merged without its approvers, because:</p>
          <p class="said" dir="auto">
            {plainLines(request.bypass.reason)}
          </p>
        </div>
      ) : null;
    case "finish":
      return (
        <div class="notice wait">
          <p>Every document is brought to what was agreed. Where that cannot be, all of it is taken back.</p>
          <Remaining request={request} />
        </div>
      );
    case "undo":
      return (
        <div class="notice wait">
          <p>Each key that still holds what the merge wrote gets its value of before. What others wrote stays.</p>
          <Remaining request={request} />
        </div>
      );
    case "renew":
      return (
        <div class="notice wait">
          <p>
            Each change is made again to what it is about as that is now. What somebody else changed there meanwhile stays, unless this
            changes it, too. Votes begin again.
          </p>
        </div>
      );
    case "rebase":
      return (
        <div class="notice wait">
          <p>
            All changes stay as they are, their values unseen, and are bound to what the store holds now: whatever was
            written there in the meantime is replaced. Votes begin again.
          </p>
        </div>
      );
    case "revoke":
      return <p>At once and for good: nothing is shown by it any more, and more time cannot be asked for it.</p>;
    case "retract":
      return <p>It counts no more; the history keeps it. You may vote again.</p>;
    default:
      return null;
  }
}

/** When that begins which a merge gives. */
function beginning({ start, extends: extended }: Entitlement): string {
  if (extended !== null) return `The end of ${extended} is moved at once.`;
  return start === null ? "The access begins at once." : "The access begins at once, or at the time that was asked for.";
}

/** What is missing, who stands against it, and who will be told. */
function OfBypass({ request }: { request: ChangeRequest }) {
  const against = request.votes.filter(({ decision }) => decision === "REJECT");
  return (
    <div class="notice bad">
      <p>
        <strong>This {request.access ? "gives access" : "merges"} without the agreement of the approvers.</strong> Missing:
      </p>
      <Reasons reasons={request.reasons} />
      {against.map(({ person, comment }) => (
        <p key={person.id}>
          <strong>{plain(person.name)} rejected it</strong>
          {comment && `: ${plain(comment)}`}
        </p>
      ))}
      <p>
        Told at once, whatever their settings: {names(approvers(request), myId())}, and the admins of{" "}
        {plain(request.project)}. It stays on the list “bypassed, not reviewed” until an approver acknowledges it.
      </p>
    </div>
  );
}

function approvers({ policies }: ChangeRequest): Named[] {
  const all = policies.flatMap(({ requirements }) => requirements.flatMap(({ approvers }) => approvers));
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
