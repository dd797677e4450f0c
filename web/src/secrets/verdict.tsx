import { count, names, plain } from "../format.ts";
import { myId } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import type { Place } from "../documents/written.ts";
import { atOnce, type Asking, type Judged } from "./rules.ts";

/** What will become of the change, before it is sent. */
export function VerdictCard({ judged: { verdict, problem, again } }: { judged: Judged }) {
  if (problem) return <ProblemNotice problem={problem} retry={() => void again()} />;
  if (verdict === undefined) {
    return (
      <section class="card verdict quiet">
        <p aria-busy="true">Looking up who must approve this</p>
      </section>
    );
  }
  if (atOnce(verdict)) {
    return (
      <section class="card verdict bad" aria-labelledby="verdict">
        <h2 id="verdict">It is saved at once</h2>
        <p>No policy protects these documents, so nobody has to approve. The history keeps who saved it.</p>
      </section>
    );
  }
  const { asking, free } = verdict;
  return (
    <section class="card verdict wait" aria-labelledby="verdict">
      <h2 id="verdict">It waits for approval</h2>
      {asking.map((each) => (
        <Policy key={each.id} asking={each} />
      ))}
      {free.length > 0 && (
        <p>
          <Places places={free} /> {free.length === 1 ? "has" : "have"} no policy, and {free.length === 1 ? "waits" : "wait"} all
          the same: a request changes all of its documents or none.
        </p>
      )}
    </section>
  );
}

/** What holds of an author who is one of the approvers. */
const AUTHOR: Record<Exclude<Asking["author"], "NONE">, string> = {
  COUNTS: "You are one of its approvers, and it lets authors approve what they wrote.",
  LEFT_OUT: "You are one of its approvers, but it does not let authors approve what they wrote.",
};

function Policy({ asking: { name, requirements, documents, author } }: { asking: Asking }) {
  return (
    <div>
      <h3>{plain(name)}</h3>
      {requirements.map(({ approvals, approvers }, at) => (
        <p key={at}>
          <strong>{count(approvals, "approval")}</strong> from {names(approvers, myId()) || "nobody"}
          {approvers.length < approvals && ": it could not be approved"}
        </p>
      ))}
      {author !== "NONE" && <p class="hint">{AUTHOR[author]}</p>}
      <p class="hint">
        for <Places places={documents} />
      </p>
    </div>
  );
}

function Places({ places }: { places: Place[] }) {
  return (
    <>
      {places.map(({ environment, path }, at) => (
        <span key={environment + path}>
          {at > 0 && ", "}
          <Badge tone="quiet">{plain(environment)}</Badge> <code>{plain(path)}</code>
        </span>
      ))}
    </>
  );
}
