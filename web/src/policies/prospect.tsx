import type { Effective, PolicyBody, Target, WrittenPolicy } from "../api.ts";
import { count, names, plain } from "../format.ts";
import { myId } from "../session/me.ts";
import { members, type Directory } from "../ui/directory.ts";
import { Condition } from "../ui/reasons.tsx";
import { outlook, short } from "./outlook.ts";

interface Looking {
  body: PolicyBody;
  /** The project's policies without the one that is being written. */
  others: WrittenPolicy[];
  directory: Directory;
  place: Target;
}

/** What would hold at the place once the form is saved. */
export function Prospect({ body, others, directory, place }: Looking) {
  const { rank, counts, others: also, beaten } = outlook(body, others, place);
  const demands = body.requirements.map(({ approvals, people, groups }) => {
    return { approvals, people: people ?? [], groups: groups ?? [] };
  });
  const lacking = short(demands, directory);
  return (
    <div class="prospect">
      <h3>Once this is saved</h3>
      <div role="status">
        {!counts && (
          <p>
            {rank === undefined ? "This policy does not hold there." : "A closer policy counts there, and this one does not."}{" "}
            {also.length === 0 && `No other does: ${body.kind === "ACCESS" ? "nobody is asked for access there" : "a change there merges at once"}.`}
          </p>
        )}
        {counts &&
          demands.map((each, at) => (
            <Approvers key={at} approvals={each.approvals} people={members(directory, each)} />
          ))}
      </div>
      <ul class="conditions">
        {counts && lacking > 0 && (
          <Condition met={false} text={`Nobody could ever satisfy this: ${count(lacking, "approval")} more than there are people.`} />
        )}
        {beaten.map(({ id, name }) => (
          <Condition key={id} met={false} text={`“${plain(name)}” counts there today, and would no longer: this one is closer.`} />
        ))}
      </ul>
      {also.map((each) => (
        <div key={each.id}>
          <p>
            <strong>{plain(each.name)}</strong> {counts ? "must be satisfied too:" : "counts there:"}
          </p>
          {each.requirements.map((demanded, at) => (
            <Approvers key={at} approvals={demanded.approvals} people={members(directory, demanded)} />
          ))}
        </div>
      ))}
      {counts && (
        <p class="hint">{ofAuthors(body.selfApproval === true)}</p>
      )}
    </div>
  );
}

function ofAuthors(selfApproval: boolean): string {
  return selfApproval
    ? "Authors among them may approve their own requests."
    : "Authors among them do not count for their own requests.";
}

function Approvers({ approvals, people }: { approvals: number; people: { id: string; name: string }[] }) {
  return (
    <p class="approvers">
      <strong>
        {approvals} of {people.length}:
      </strong>{" "}
      {people.length === 0 ? "nobody yet" : names(people, myId())}
    </p>
  );
}

/** What governs the place now, as the API says it. */
export function Today({ effective, policy }: { effective: Effective; policy: string | undefined }) {
  return (
    <div class="prospect">
      <h3>Today</h3>
      {effective.unprotected && <p>Nothing protects it: a change merges at once.</p>}
      {effective.policies.map(({ id, name, requirements, selfApproval }) => (
        <div key={id}>
          <p>
            <strong>{plain(name)}</strong>
            {id === policy && " (this policy, as it is)"}
          </p>
          {requirements.map(({ approvals, approvers }, at) => (
            <Approvers key={at} approvals={approvals} people={approvers} />
          ))}
          <p class="hint">{ofAuthors(selfApproval)}</p>
        </div>
      ))}
    </div>
  );
}
