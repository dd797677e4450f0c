import type { ChangeRequest } from "../api.ts";
import { shortDigest } from "../format.ts";
import { myId } from "../session/me.ts";
import type { Act } from "./acts.ts";

interface Acting {
  request: ChangeRequest;
  onAct: (act: Act) => void;
}

/** The decision, always in reach. It opens a dialog; it decides nothing itself. */
export function DecisionBar({ request, onAct }: Acting) {
  if (request.status !== "OPEN") return null;
  return (
    <section class="bar" aria-label="Your decision">
      <p>
        <strong>{standing(request)}</strong>
        <small>
          Revision {request.revision}, digest <code>{shortDigest(request.digest)}</code>
        </small>
      </p>
      {votes(request) ? <Votes request={request} onAct={onAct} /> : <Own request={request} onAct={onAct} />}
    </section>
  );
}

/** Whether there is something to vote for whoever looks. */
export function votes({ may }: ChangeRequest): boolean {
  return may.includes("approve") || may.includes("reject") || may.includes("retract");
}

function Votes({ request, onAct }: Acting) {
  const { may } = request;
  const decision = mine(request)?.decision;
  return (
    <div class="row">
      {may.includes("retract") && (
        <button type="button" class="plain" onClick={() => onAct("retract")}>
          Retract
        </button>
      )}
      {may.includes("reject") && decision !== "REJECT" && (
        <button type="button" class="danger" data-key="r" onClick={() => onAct("reject")}>
          Reject
        </button>
      )}
      {may.includes("approve") && decision !== "APPROVE" && (
        <button type="button" data-key="a" onClick={() => onAct("approve")}>
          Approve
        </button>
      )}
    </div>
  );
}

/** What can be done with the request itself, by its author or whoever takes it over. */
export function Own({ request: { id, may, status, rules }, onAct }: Acting) {
  if (status !== "OPEN" || !(may.includes("revise") || may.includes("withdraw"))) return null;
  return (
    <div class="row">
      {may.includes("withdraw") && (
        <button type="button" class="plain" onClick={() => onAct("withdraw")}>
          Withdraw
        </button>
      )}
      {may.includes("revise") &&
        (rules === null ? (
          <a class="button plain" href={`/requests/${id}/revise`}>
            Revise
          </a>
        ) : (
          <button type="button" class="plain" onClick={() => onAct("renew")}>
            Renew
          </button>
        ))}
    </div>
  );
}

function mine({ votes }: ChangeRequest) {
  const me = myId();
  return votes.find(({ person }) => person.id === me);
}

function standing(request: ChangeRequest): string {
  const vote = mine(request);
  if (vote) return vote.decision === "APPROVE" ? "You approved" : "You rejected";
  if (request.may.includes("approve")) return "Your vote";
  return request.author.id === myId() ? `You ${request.kind === "SECRETS" ? "wrote" : "asked for"} this; others decide` : "You are not an approver here";
}
