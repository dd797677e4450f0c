// What a policy says, in words: for lists, for its page, and for what is another between two versions.
import type { Bypass, Demand, PolicyKind, Target, WrittenPolicy } from "../api.ts";
import { count, plain } from "../format.ts";
import { nameOfGroup, nameOfPerson, type Directory } from "../ui/directory.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { rankOf } from "./glob.ts";
import { every, said } from "../ui/span.ts";
import { meaning, SWITCHES, type SwitchField } from "./switches.ts";

export const KINDS: Record<PolicyKind, { name: string; about: string }> = {
  SECRETS: {
    name: "Change policy",
    about: "Whoever changes a secret there makes a change request by it, and the people named here must agree to it.",
  },
  ACCESS: {
    name: "Access policy",
    about: "Whoever needs to see or propose values there asks for it for a limited time, and the people named here must agree.",
  },
  GOVERNANCE: {
    name: "Governance policy",
    about: "Whoever changes policies, roles, environments or channels asks for it, and the people named here must agree.",
  },
};

const OF_SECRETS: PolicyKind[] = ["SECRETS", "ACCESS"];

/** What a policy says, in contrast to what an answer says about it. */
type Says = Exclude<keyof WrittenPolicy, "id" | "version" | "warnings" | "lowers" | "releases">;

interface Fact {
  label: string;
  /** Where not all kinds of policies say it. */
  only?: PolicyKind[];
  say: (policy: WrittenPolicy, directory: Directory) => string;
}

/** Everything that a policy says: a field that the contract gets needs its words here. */
export const FACTS: Record<Says, Fact> = {
  kind: { label: "Type", say: ({ kind }) => KINDS[kind].name },
  name: { label: "Name", say: ({ name }) => plain(name) },
  targets: {
    label: "Holds for",
    say: ({ kind, targets }) => (kind === "GOVERNANCE" ? "changes of rules" : targets.map(place).join(", ")),
  },
  requirements: {
    label: "Must approve",
    say: ({ requirements }, directory) => requirements.map((each) => demand(each, directory)).join("; and "),
  },
  selfApproval: { ...switched("selfApproval"), only: OF_SECRETS },
  bypass: { label: "Bypass", only: OF_SECRETS, say: ({ bypass }, directory) => bypassed(bypass, directory) },
  declineAfter: {
    label: "Ends a request",
    say: ({ declineAfter }) => (declineAfter === 1 ? "one rejection" : count(declineAfter, "rejection")),
  },
  pendingFor: { label: "Request expires", say: ({ pendingFor }) => `after ${said(pendingFor)}` },
  mergeWithin: {
    label: "Once agreed",
    say: ({ mergeWithin }) =>
      mergeWithin === null ? "to be merged before it expires" : `to be merged within ${said(mergeWithin)}`,
  },
  autoMerge: switched("autoMerge"),
  approversMayReveal: { ...switched("approversMayReveal"), only: ["SECRETS"] },
  reminders: {
    label: "Reminders",
    say: ({ reminders }) =>
      reminders === null
        ? "none"
        : `after ${said(reminders.after)}, then ${every(reminders.every)}, ${count(reminders.atMost, "time")} at most`,
  },
  linkVoting: {
    label: "Vote by mail",
    only: ["SECRETS"],
    say: ({ linkVoting }) => (linkVoting === "WITH_CODE" ? "by the link and the code in it, without signing in" : "no"),
  },
  maxDuration: {
    label: "Access lasts",
    only: ["ACCESS"],
    say: ({ maxDuration }) => lasting(maxDuration),
  },
  reasonRequired: {
    label: "Reason",
    only: ["ACCESS"],
    say: ({ reasonRequired }) => (reasonRequired === false ? "not needed" : "must be given"),
  },
  channels: { label: "Channels", say: ({ channels }) => (channels.length === 0 ? "none" : channels.map(plain).join(", ")) },
};

function switched(field: SwitchField): Fact {
  return { label: SWITCHES[field].label, say: (policy) => meaning(policy, field) };
}

const ORDER = Object.keys(FACTS) as Says[];

/** What a policy of that kind says, in order. */
export function factsOf({ kind }: Pick<WrittenPolicy, "kind">): Says[] {
  return ORDER.filter((each) => FACTS[each].only?.includes(kind) !== false);
}

function lasting(most: string | undefined): string {
  return most === undefined ? "" : `${said(most)} at most`;
}

/** Where a policy of rules holds. */
export function wholeOf(project: string): string {
  return `changes of rules in the whole ${project === ORGANISATION ? "organisation" : "project"}`;
}

export function place({ environment, path }: Target): string {
  return `${plain(environment)} ${plain(path)}`;
}

/** How closely a target names what it covers. */
export function reach(path: string): string {
  switch (rankOf(path)) {
    case "EXACT":
      return "this one secret";
    case "GLOB":
      return "every secret that matches";
    case "ENVIRONMENT":
      return "the whole environment";
  }
}

/** What matters besides where a policy holds and who must approve, for a list. */
export function brief(policy: WrittenPolicy, directory: Directory): string[] {
  const { kind, selfApproval, bypass, declineAfter, pendingFor, mergeWithin, autoMerge, linkVoting, channels, maxDuration } = policy;
  return [
    ...(maxDuration === undefined ? [] : [`lasts ${lasting(maxDuration)}`]),
    ...(kind === "GOVERNANCE"
      ? ["Somebody else must approve"]
      : [
          selfApproval ? "Approvers may approve their own requests" : "Somebody else must approve",
          bypass ? `may bypass: ${bypassed(bypass, directory)}` : "nobody may bypass",
        ]),
    declineAfter === 1 ? "one rejection ends a request" : `${declineAfter} rejections end a request`,
    `expires after ${said(pendingFor)}`,
    ...(mergeWithin === null ? [] : [`merged within ${said(mergeWithin)} of the agreement`]),
    ...(autoMerge ? ["merges by itself"] : []),
    ...(linkVoting === "WITH_CODE" ? ["votes by mail"] : []),
    ...(channels.length === 0 ? [] : [`told besides: ${channels.map(plain).join(", ")}`]),
  ];
}

/** "2 of Amy, Bob, group ops". */
export function demand({ approvals, people, groups }: Demand, directory: Directory): string {
  return `${approvals} of ${everybody(people, groups, directory)}`;
}

export function bypassed(bypass: Bypass, directory: Directory): string {
  if (!bypass) return "nobody";
  return bypass.who === "ANYONE"
    ? "anyone, for their own requests"
    : `${everybody(bypass.people ?? [], bypass.groups ?? [], directory)}, for their own requests`;
}

function everybody(people: string[], groups: string[], directory: Directory): string {
  const all = [
    ...people.map((each) => nameOfPerson(directory, each)),
    ...groups.map((each) => `group ${nameOfGroup(directory, each)}`),
  ];
  return all.length === 0 ? "nobody" : all.join(", ");
}

/** Line by line what is another in the later one. */
export function difference(before: WrittenPolicy, after: WrittenPolicy, directory: Directory): string[] {
  return factsOf(after).map((each) => FACTS[each]).flatMap(({ label, say }) => {
    const [from, to] = [say(before, directory), say(after, directory)];
    return from === to ? [] : [`${label}: ${to} (before: ${from})`];
  });
}
