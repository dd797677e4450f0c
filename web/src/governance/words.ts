// Who has to agree to changes of rules, in words.
import type { GovernanceState } from "../api.ts";
import { names } from "../format.ts";

type Demand = GovernanceState["policies"][number]["requirements"][number];

/** Whom a change of whoever looks asks: nobody agrees to their own. */
export function asks({ policies }: Pick<GovernanceState, "policies">, mine: string | undefined): string {
  const asked = policies
    .flatMap(({ requirements }) => requirements)
    .map((each) => ofThese({ ...each, approvers: others(each, mine) }));
  return [...new Set(asked)].join("; and ");
}

/** Whether there are fewer people than would have to agree. */
export function lacks({ policies }: Pick<GovernanceState, "policies">, mine: string | undefined): boolean {
  return policies.some(({ requirements }) => requirements.some((each) => others(each, mine).length < each.approvals));
}

/** Whether nobody could agree to any change once that one has left: of a usual policy's admins one asks and another agrees. */
export function locksUp({ policies }: Pick<GovernanceState, "policies">, leaving: string): boolean {
  return policies.some(({ usual, requirements }) =>
    requirements.some(({ approvals, approvers }) => {
      const left = others({ approvals, approvers }, leaving).length;
      return left < approvers.length && left < (usual ? 2 : approvals);
    }),
  );
}

/** "2 of Ada, Amy, Bob"; the names alone where all of them have to agree. */
export function ofThese({ approvals, approvers }: Demand, mine?: string): string {
  if (approvers.length === 0) return "nobody";
  const all = names(approvers, mine);
  return approvers.length === approvals ? all : `${approvals} of ${all}`;
}

function others({ approvers }: Demand, mine: string | undefined): Demand["approvers"] {
  return approvers.filter(({ id }) => id !== mine);
}
