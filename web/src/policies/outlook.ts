// What the form would make of one document, before anything is written.
import type { PolicyBody, Rank, Target, WrittenPolicy } from "../api.ts";
import { members, type Directory } from "../ui/directory.ts";
import { closest, counting } from "./glob.ts";
import { missing } from "./quorum.ts";

/** Of the policy that is being written, at one place. */
export interface Outlook {
  /** How closely it names the place; undefined where it does not hold. */
  rank: Rank | undefined;
  /** Whether it counts there, or closer ones do. */
  counts: boolean;
  /** Other policies that count there, too, or instead. */
  others: WrittenPolicy[];
  /** Policies that count there today, and would no longer. */
  beaten: WrittenPolicy[];
}

/** `others` are the policies of the project without the one that is being written. */
export function outlook(body: Pick<PolicyBody, "targets">, others: WrittenPolicy[], place: Target): Outlook {
  const targets = (body.targets ?? []).map(({ environment, path }) => ({ environment, path: path ?? "/**" }));
  const mine = { targets };
  const then = counting<{ targets: Target[] }>([mine, ...others], place);
  const today = counting(others, place);
  return {
    rank: closest(targets, place),
    counts: then.includes(mine),
    others: others.filter((each) => then.includes(each)),
    beaten: today.filter((each) => !then.includes(each)),
  };
}

/** How many approvals more are asked for than there are people to give them. */
export function short(requirements: WrittenPolicy["requirements"], directory: Directory): number {
  return missing(
    requirements.map((each) => ({ needed: each.approvals, people: members(directory, each).map(({ id }) => id) })),
  );
}
