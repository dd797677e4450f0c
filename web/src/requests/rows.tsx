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

export function Row({ request }: { request: Summary }) {
  const { id, title, author, createdAt, expiresAt, status, wants } = request;
  return (
    <li>
      <a href={`/requests/${id}`}>
        <span class="title">{plain(title)}</span>
        <span class="facts">
          <StatusBadge request={request} />
          {wants && <Badge tone="wait">{WANTS[wants]}</Badge>}
          {status === "OPEN" && <span>{votes(request)}</span>}
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

function votes({ votes }: Summary): string {
  return votes === 0 ? "no votes yet" : count(votes, "vote");
}
