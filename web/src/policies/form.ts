// What somebody types into the form of a policy, and the policy that it makes.
import type { Bypass, PolicyBody, PolicyKind, Target, WrittenPolicy } from "../api.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { isoOf, spanOf, type Span } from "../ui/span.ts";
import { OFF, switchesOf, type Switched } from "./switches.ts";

/** Who may bypass: emptying the list of the chosen is not the same as never having chosen. */
export interface Bypassing {
  who: "NOBODY" | NonNullable<Bypass>["who"];
  people: string[];
  groups: string[];
}

export interface Demanded {
  approvals: string;
  people: string[];
  groups: string[];
}

export interface Form extends Switched {
  kind: PolicyKind;
  name: string;
  targets: Target[];
  requirements: Demanded[];
  bypass: Bypassing;
  declineAfter: string;
  pendingFor: Span;
  /** Whether `mergeWithin` holds. */
  merges: boolean;
  mergeWithin: Span;
  /** Whether `reminders` holds. */
  reminds: boolean;
  reminders: { after: Span; every: Span; atMost: string };
  /** Whether approvers may vote by the link and the code in their mail. */
  byMail: boolean;
  /** Of access only: for how long it is given at most. */
  lasts: Span;
  /** Of access only: whether who asks must say why. */
  explained: boolean;
  channels: string[];
}

/** What policies there can be about: without an environment, and in the whole organisation, only rules. */
export function kindsOf(project: string, environments: readonly unknown[] = []): PolicyKind[] {
  return project === ORGANISATION || environments.length === 0 ? ["GOVERNANCE"] : ["SECRETS", "ACCESS", "GOVERNANCE"];
}

/** What the API takes where nothing is said, for an environment. */
export function blank(environment: string, kind: PolicyKind = "SECRETS"): Form {
  return {
    kind,
    name: "",
    targets: [{ environment, path: "/**" }],
    requirements: [{ approvals: "1", people: [], groups: [] }],
    ...OFF,
    bypass: { who: "NOBODY", people: [], groups: [] },
    declineAfter: "1",
    pendingFor: { amount: "14", unit: "day" },
    merges: false,
    mergeWithin: { amount: "2", unit: "day" },
    reminds: false,
    reminders: { after: { amount: "1", unit: "day" }, every: { amount: "1", unit: "day" }, atMost: "3" },
    byMail: false,
    lasts: { amount: "8", unit: "hour" },
    explained: true,
    channels: [],
  };
}

export function fieldsOf(policy: WrittenPolicy): Form {
  const { kind, name, targets, requirements, bypass, declineAfter, pendingFor, mergeWithin, reminders, channels } = policy;
  const { linkVoting, maxDuration, reasonRequired } = policy;
  const usual = blank("");
  return {
    kind,
    name,
    targets,
    requirements: requirements.map((each) => ({ ...each, approvals: String(each.approvals) })),
    ...switchesOf(policy),
    bypass: { who: bypass?.who ?? "NOBODY", people: bypass?.people ?? [], groups: bypass?.groups ?? [] },
    declineAfter: String(declineAfter),
    pendingFor: spanOf(pendingFor),
    merges: mergeWithin !== null,
    mergeWithin: mergeWithin === null ? usual.mergeWithin : spanOf(mergeWithin),
    reminds: Boolean(reminders),
    reminders: reminders
      ? { after: spanOf(reminders.after), every: spanOf(reminders.every), atMost: String(reminders.atMost) }
      : usual.reminders,
    byMail: linkVoting === "WITH_CODE",
    lasts: maxDuration ? spanOf(maxDuration) : usual.lasts,
    explained: reasonRequired !== false,
    channels,
  };
}

/** The body of the call. It says every field of the contract: what is left out is set back. */
export function bodyOf(form: Form): Required<PolicyBody> {
  const { name, channels, reminders } = form;
  return {
    kind: form.kind,
    name: name.trim(),
    targets: form.targets.map(({ environment, path }) => ({ environment, path: path.trim() || "/**" })),
    requirements: form.requirements.map((each) => ({ ...each, approvals: Number(each.approvals) })),
    ...switchesOf(form),
    bypass: bypassOf(form.bypass),
    declineAfter: Number(form.declineAfter),
    pendingFor: isoOf(form.pendingFor),
    mergeWithin: form.merges ? isoOf(form.mergeWithin) : null,
    reminders: form.reminds
      ? { after: isoOf(reminders.after), every: isoOf(reminders.every), atMost: Number(reminders.atMost) }
      : null,
    ...ofKind(form),
    channels,
  };
}

/** What only one kind of policies says. */
function ofKind({ kind, byMail, lasts, explained, approversMayReveal }: Form) {
  switch (kind) {
    case "SECRETS":
      return { approversMayReveal, linkVoting: byMail ? "WITH_CODE" : "OFF", maxDuration: null, reasonRequired: null } as const;
    case "ACCESS":
      return { approversMayReveal: false, linkVoting: "OFF", maxDuration: isoOf(lasts), reasonRequired: explained } as const;
    case "GOVERNANCE":
      return {
        targets: [] as Target[],
        selfApproval: false,
        bypass: null,
        approversMayReveal: false,
        linkVoting: "OFF",
        maxDuration: null,
        reasonRequired: null,
      } as const;
  }
}

function bypassOf({ who, people, groups }: Bypassing): Bypass {
  switch (who) {
    case "NOBODY":
      return null;
    case "ANYONE":
      return { who };
    case "CHOSEN":
      return { who, people, groups };
  }
}
