// What an open page says aloud when the request moved on without it.
import type { ChangeRequest } from "../api.ts";
import { plain, STATUSES } from "../format.ts";

export function news(before: ChangeRequest, now: ChangeRequest): string | undefined {
  if (before.status !== now.status) return `${now.id} is now ${STATUSES[now.status].word}.`;
  const reviewed = now.bypass?.acknowledged;
  if (reviewed && !before.bypass?.acknowledged) return `${plain(reviewed.by.name)} acknowledged the bypass.`;
  if (before.digest !== now.digest) return `${now.id} was revised. Votes begin again.`;
  const known = new Set(before.votes.map((vote) => `${vote.person.id} ${vote.decision} ${vote.at}`));
  const vote = now.votes.find(({ person, decision, at }) => !known.has(`${person.id} ${decision} ${at}`));
  const agreed = now.agreed && !before.agreed ? " It can be merged now." : "";
  if (vote) return `${plain(vote.person.name)} ${vote.decision === "APPROVE" ? "approved" : "rejected"}.${agreed}`;
  if (agreed !== "") return agreed.trim();
  const last = before.timeline.at(-1)?.sequence ?? 0;
  const comment = now.timeline.find(({ sequence, type }) => sequence > last && type === "Commented");
  return comment ? `${plain(comment.by?.name ?? "Somebody")} commented.` : undefined;
}
