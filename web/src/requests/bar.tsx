import type { ChangeRequest } from "../api.ts";
import { shortDigest } from "../format.ts";
import { me } from "../session/me.ts";
import type { Act } from "./decide.tsx";

/** The decision, always in reach. It opens a dialog; it decides nothing itself. */
export function DecisionBar({ request, onAct }: { request: ChangeRequest; onAct: (act: Act) => void }) {
  if (request.status !== "OPEN") return null;
  const { may } = request;
  const voter = may.includes("approve") || may.includes("reject");
  return (
    <section class="bar" aria-label="Your decision">
      <p>
        <strong>{standing(request)}</strong>
        <small>
          Revision {request.revision}, digest <code>{shortDigest(request.digest)}</code>
        </small>
      </p>
      {voter && (
        <div class="row">
          {may.includes("reject") && (
            <button type="button" class="danger" onClick={() => onAct("reject")}>
              Reject
            </button>
          )}
          {may.includes("approve") && (
            <button type="button" onClick={() => onAct("approve")}>
              Approve
            </button>
          )}
        </div>
      )}
      {!voter && may.includes("withdraw") && <Withdraw onAct={onAct} />}
    </section>
  );
}

export function Withdraw({ onAct }: { onAct: (act: Act) => void }) {
  return (
    <button type="button" class="plain" onClick={() => onAct("withdraw")}>
      Withdraw
    </button>
  );
}

function standing(request: ChangeRequest): string {
  const mine = me.value?.person.id;
  const vote = request.votes.find(({ person }) => person.id === mine);
  if (vote) return vote.decision === "APPROVE" ? "You approved" : "You rejected";
  if (request.may.includes("approve")) return "Your vote";
  return request.author.id === mine ? "You wrote this; others decide" : "You are not an approver here";
}
