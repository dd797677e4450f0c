import type { Summary } from "../api.ts";
import { count, plain, who } from "../format.ts";
import { Badge, StatusBadge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";

const WANTS: Record<NonNullable<Summary["wants"]>, string> = {
  VOTE: "needs your vote",
  MERGE: "ready to merge",
  REVISE: "needs a revision",
  FINISH: "to finish or undo",
  ACKNOWLEDGE: "look at the bypass",
};

/** Of those that wait for others. */
const NEEDS: Record<NonNullable<Summary["needs"]>, string> = {
  APPROVAL: "",
  MERGE: WANTS.MERGE,
  REVISION: WANTS.REVISE,
};

/** What is no change of secrets. */
const KINDS: Partial<Record<Summary["kind"], string>> = { ACCESS: "access", GOVERNANCE: "rules" };

export function Row({ request }: { request: Summary }) {
  const { id, kind, title, author, createdAt, expiresAt, status, wants, needs, approvals, voted } = request;
  const next = wants ? WANTS[wants] : needs ? NEEDS[needs] : "";
  return (
    <li>
      <a href={`/requests/${id}`}>
        <span class="title">{plain(title)}</span>
        <span class="facts">
          <StatusBadge request={request} />
          {KINDS[kind] && <Badge tone="quiet">{KINDS[kind]}</Badge>}
          {next && <Badge tone="wait">{next}</Badge>}
          {approvals && next !== WANTS.REVISE && <Approvals {...approvals} />}
          {voted && <span>you {voted === "APPROVE" ? "approved" : "rejected"}</span>}
          <span>{id}</span>
          <span>
            {who(author)}, <Time at={createdAt} />
          </span>
          {status === "OPEN" && expiresAt && (
            <span>
              expires <Time at={expiresAt} />
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

/** How far it has come, in words and as a line that fills. */
function Approvals({ counted, needed }: NonNullable<Summary["approvals"]>) {
  if (needed === 0) return <span>nobody has to approve</span>;
  return (
    <span class="far">
      <meter aria-hidden="true" max={needed} value={counted} /> {counted} of {count(needed, "approval")}
    </span>
  );
}
