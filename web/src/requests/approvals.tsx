import type { ChangeRequest, Named, Policy, Requirement, Vote } from "../api.ts";
import { count, plain, plainLines } from "../format.ts";
import { myId } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { spoken } from "../ui/span.ts";
import { Time } from "../ui/time.tsx";

/** Who must approve, how many have, and every vote with its weight. */
export function Approvals({ request }: { request: ChangeRequest }) {
  const votes = new Map(request.votes.map((vote) => [vote.person.id, vote]));
  return (
    <section class="card" aria-labelledby="approvals">
      <h2 id="approvals">Approvals</h2>
      {request.policies.length === 0 && <p>No policy covers these documents, so nobody has to approve.</p>}
      {request.policies.map((policy) => (
        <PolicyPart key={policy.id} policy={policy} votes={votes} open={request.status === "OPEN"} />
      ))}
      {request.votes.length > 0 && (
        <>
          <h3>Votes on revision {request.revision}</h3>
          <ul class="people">
            {request.votes.map((vote) => (
              <VoteRow key={vote.person.id} vote={vote} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PolicyPart({ policy, votes, open }: { policy: Policy; votes: Map<string, Vote>; open: boolean }) {
  return (
    <>
      <h3>
        {plain(policy.name)} {policy.version > 0 && <small>version {policy.version}</small>}
      </h3>
      {policy.requirements.map((requirement, index) => (
        <RequirementPart key={index} requirement={requirement} votes={votes} missing={open ? "waiting" : "no vote"} />
      ))}
      <p class="hint">
        {policy.selfApproval ? "Authors may approve their own requests. " : "Authors cannot approve their own requests. "}
        {policy.declineAfter === 1 ? "One rejection ends it." : `${count(policy.declineAfter, "rejection")} end it.`}
      </p>
    </>
  );
}

function RequirementPart(props: { requirement: Requirement; votes: Map<string, Vote>; missing: string }) {
  const { votes, missing } = props;
  const { needed, counted, approvers } = props.requirement;
  return (
    <>
      <p class="needed">
        <strong>
          {counted} of {count(needed, "approval")}
        </strong>{" "}
        from
      </p>
      <ul class="people">
        {approvers.map((person) => (
          <li key={person.id}>
            <Who person={person} />
            <Standing vote={votes.get(person.id)} missing={missing} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Who({ person }: { person: Named }) {
  return (
    <span class="name">
      {plain(person.name)}
      {person.id === myId() && " (you)"}
    </span>
  );
}

function Standing({ vote, missing = "" }: { vote: Vote | undefined; missing?: string }) {
  if (vote === undefined) return <Badge tone="quiet">{missing}</Badge>;
  return vote.decision === "APPROVE" ? <Badge tone="good">approved</Badge> : <Badge tone="bad">rejected</Badge>;
}

function VoteRow({ vote }: { vote: Vote }) {
  return (
    <li>
      <Who person={vote.person} />
      <Standing vote={vote} />
      <small>
        <Time at={vote.at} />
        {vote.via === "mail" && " by mail, without a sign-in"}
        {vote.duration !== null && ` · for ${spoken(vote.duration)} at most`} · {vote.counts ? "counts" : `does not count${vote.why ? `: ${plain(vote.why)}` : ""}`}
      </small>
      {vote.comment && (
        <p class="said" dir="auto">
          {plainLines(vote.comment)}
        </p>
      )}
    </li>
  );
}
