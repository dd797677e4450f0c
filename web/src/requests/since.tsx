import { useEffect, useState } from "preact/hooks";
import type { ChangeRequest, SealedRevision } from "../api.ts";
import { Problem, read } from "../client.ts";
import { me, myId } from "../session/me.ts";
import { Changes } from "../ui/changes.tsx";
import { Time } from "../ui/time.tsx";
import { changed } from "./difference.ts";

/** What is another since I last voted, where what I voted on was replaced. */
export function SinceMyVote({ request }: { request: ChangeRequest }) {
  const vote = lastVote(request);
  const seen = vote?.digest ?? null;
  const [revision, setRevision] = useState<SealedRevision | undefined>(undefined);
  const moved = request.status === "OPEN" && seen !== null && seen !== request.digest;
  useEffect(() => {
    if (!moved || revision?.digest === seen) return;
    read<SealedRevision>(`/v1/change-requests/${request.id}/revisions/${seen}`).then(
      ({ body }) => setRevision(body),
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      },
    );
  }, [moved, seen, me.value]);
  if (!moved || vote === undefined) return null;
  const known = revision?.digest === seen ? changed(revision, request) : undefined;
  const number = request.revisions.find(({ digest }) => digest === seen)?.number;
  return (
    <section class="notice wait" aria-labelledby="since">
      <h2 id="since">Changed since your vote</h2>
      <p>
        You voted on {number === undefined ? "an earlier revision" : `revision ${number}`} <Time at={vote.at} />. Revision {request.revision} took its place, and that vote
        does not count for it.
      </p>
      {known && known.length > 0 && <Changes lines={known} />}
      <p class="hint">
        {request.kind !== "SECRETS"
          ? known?.length === 0 && "It asks for the same."
          : `${known?.length === 0 ? "The keys are the same. " : ""}Keys that stayed may have other values: those are sealed.`}
      </p>
    </section>
  );
}

function lastVote({ timeline }: ChangeRequest) {
  const mine = myId();
  return timeline.filter(({ type, by }) => type === "Voted" && by !== null && by.id === mine).at(-1);
}
