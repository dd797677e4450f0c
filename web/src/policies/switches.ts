// Terms of a policy that are one of two: what they are called, and what each means. A new one is a line here.
import type { WrittenPolicy } from "../api.ts";

interface Either<V> {
  label: string;
  off: V;
  on: V;
  /** What it means when it is off, and when it is on. */
  means: [string, string];
}

export const SWITCHES = {
  selfApproval: {
    label: "Self-approval",
    off: false,
    on: true,
    means: ["somebody else must approve: authors do not count for their own requests", "approvers may approve their own requests"],
  },
  autoMerge: {
    label: "Merge by itself",
    off: false,
    on: true,
    means: [
      "once agreed, its author, an approver or an admin merges it",
      "once agreed, it merges in its author’s name, where all its policies say so",
    ],
  },
  approversMayReveal: {
    label: "Approvers may reveal",
    off: false,
    on: true,
    means: ["approvers see which keys change, and no value", "approvers see proposed values if they ask, and each time is recorded"],
  },
} satisfies { [Field in keyof WrittenPolicy]?: Either<WrittenPolicy[Field]> };

export type SwitchField = keyof typeof SWITCHES;

/** What these terms are in a policy, as the API has them. */
export type Switched = Pick<WrittenPolicy, SwitchField>;

const FIELDS = Object.keys(SWITCHES) as SwitchField[];

/** What they are where nothing is said. */
export const OFF = Object.fromEntries(FIELDS.map((field) => [field, SWITCHES[field].off])) as unknown as Switched;

export function switchesOf(policy: Switched): Switched {
  return Object.fromEntries(FIELDS.map((field) => [field, policy[field]])) as unknown as Switched;
}

export function isOn(policy: Switched, field: SwitchField): boolean {
  return policy[field] === SWITCHES[field].on;
}

export function meaning(policy: Switched, field: SwitchField): string {
  return SWITCHES[field].means[isOn(policy, field) ? 1 : 0] ?? "";
}
