// What somebody can do with a request besides talking about it: the words of its dialog and the call it makes.
import type { Action, Amendment, Cast, ChangeRequest, Sends } from "../api.ts";
import { STATUSES } from "../format.ts";

/** Rebasing is a revision that keeps everything, as is renewing where rules are changed. */
export type Act = Exclude<Action, "comment" | "reveal" | "revise"> | "rebase" | "renew";

/** Where the request stands after a command. */
export type Standing = Pick<ChangeRequest, "status" | "revision"> & Partial<Pick<Cast, "agreed" | "reasons">>;

/** What the person gave in the dialog. */
export interface Given {
  text: string;
  /** Whether the box beside the text is ticked. */
  also: boolean;
  /** For how long at most, where that may be said. */
  duration?: string | undefined;
}

export interface Words {
  title: string;
  button: string;
  done(after: Standing): string;
  /** Label of the text field; absent where there is nothing to say. */
  say?: string;
  /** How many characters must be said; absent for none. */
  least?: number;
  /** Something that can be done with it: a box to tick. */
  also?: { label: string; button: string; needs: Action };
  danger?: boolean;
  /** Where the call goes. */
  route(request: Pick<ChangeRequest, "id">): string;
  body(request: ChangeRequest, given: Given): object;
}

export const ACTS: Record<Act, Words> = {
  approve: {
    title: "Approve this request",
    button: "Approve",
    done: approved,
    say: "Comment",
    also: { label: "Merge it at once if nothing else is missing", button: "Approve and merge", needs: "merge" },
    route: ofRequest("votes"),
    body: ({ digest }, { text, also, duration }): Sends<"vote"> => ({
      decision: "APPROVE",
      digest,
      ...(duration !== undefined && { duration }),
      ...(also && { mergeIfAgreed: true }),
      ...(text && { comment: text }),
    }),
  },
  reject: {
    title: "Reject this request",
    button: "Reject",
    done: ({ status }) => (status === "REJECTED" ? "You rejected; that ends the request." : "You rejected."),
    say: "Reason (required)",
    least: 1,
    danger: true,
    route: ofRequest("votes"),
    body: ({ digest }, { text }): Sends<"vote"> => ({ decision: "REJECT", digest, comment: text }),
  },
  retract: {
    title: "Take your vote back",
    button: "Take it back",
    done: () => "You took your vote back.",
    say: "Comment",
    route: ofRequest("votes"),
    body: ({ digest }, { text }): Sends<"vote"> => ({
      decision: "RETRACT",
      digest,
      ...(text && { comment: text }),
    }),
  },
  merge: {
    title: "Merge this request",
    button: "Merge",
    done: ended("The merge goes on."),
    route: ofRequest("merge"),
    body: seen,
  },
  bypass: {
    title: "Bypass the approvers",
    button: "Bypass and merge",
    done: ended("The merge goes on without the approvers, and they are being told."),
    say: "Why it cannot wait (required)",
    least: 10,
    danger: true,
    route: ofRequest("bypass"),
    body: ({ digest }, { text }): Sends<"bypass"> => ({ digest, reason: text }),
  },
  withdraw: {
    title: "Withdraw this request",
    button: "Withdraw",
    done: () => "The request is withdrawn.",
    say: "Reason (required)",
    least: 1,
    danger: true,
    route: ofRequest("withdraw"),
    body: (_request, { text }) => ({ ...(text && { reason: text }) }),
  },
  acknowledge: {
    title: "Acknowledge this bypass",
    button: "I have looked at it",
    done: () => "You acknowledged the bypass.",
    say: "Comment",
    route: ofRequest("acknowledge"),
    body: (_request, { text }) => ({ ...(text && { comment: text }) }),
  },
  revoke: {
    title: "End the access",
    button: "End it now",
    done: () => "The access has ended.",
    say: "Reason",
    danger: true,
    route: ({ id }) => `/v1/grants/${id}/revoke`,
    body: (_request, { text }) => ({ ...(text && { reason: text }) }),
  },
  finish: {
    title: "Finish the merge",
    button: "Finish it",
    done: ended("The merge goes on."),
    route: ofRequest("finish"),
    body: seen,
  },
  undo: {
    title: "Undo the merge",
    button: "Undo it",
    done: ({ status }) => (status === "MERGING" ? "It is being taken back." : "It was taken back; nothing of it is live."),
    danger: true,
    route: ofRequest("undo"),
    body: seen,
  },
  renew: {
    title: "Write it again on what is there now",
    button: "Write it again",
    done: ({ revision }) => `Revision ${revision} waits for its approvers.`,
    route: ({ id }) => `/v1/governance-requests/${id}/revisions`,
    body: ({ digest }): Sends<"reviseRules"> => ({ digest, base: "PRESENT" }),
  },
  rebase: {
    title: "Rebase this request",
    button: "Rebase",
    done: ({ revision }) => `Revision ${revision} waits for its approvers.`,
    route: ofRequest("revisions"),
    body: ({ digest }): Amendment => ({ digest, keep: "all", base: "present" }),
  },
};

/** A command of the request itself. */
function ofRequest(command: string): Words["route"] {
  return ({ id }) => `/v1/change-requests/${id}/${command}`;
}

function seen({ digest }: ChangeRequest): Sends<"merge"> {
  return { digest };
}

function ended(goesOn: string): (after: Standing) => string {
  return ({ status }) => (status === "MERGING" ? goesOn : `The request is ${STATUSES[status].word}.`);
}

function approved({ status, agreed, reasons = [] }: Standing): string {
  if (status === "MERGING") return "You approved, and the merge goes on.";
  if (status !== "OPEN") return `You approved. The request is ${STATUSES[status].word}.`;
  const [first] = reasons;
  return agreed || first === undefined ? "You approved. It can be merged now." : `You approved. ${first.message}`;
}
