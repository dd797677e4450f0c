// What somebody can do with a request besides talking about it: the words of its dialog and the call it makes.
import type { Action, Amendment, Cast, ChangeRequest, Sends } from "../api.ts";
import { STATUSES } from "../format.ts";

/** Rebasing is a revision that keeps everything. */
export type Act = Exclude<Action, "comment" | "reveal" | "revise"> | "rebase";

/** Where the request stands after a command. */
export type Standing = Pick<ChangeRequest, "status" | "revision"> & Partial<Pick<Cast, "agreed" | "reasons">>;

/** What the person gave in the dialog. */
export interface Given {
  text: string;
  /** Whether the box beside the text is ticked. */
  also: boolean;
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
  route: string;
  body(request: ChangeRequest, given: Given): object;
}

export const ACTS: Record<Act, Words> = {
  approve: {
    title: "Approve this change",
    button: "Approve",
    done: approved,
    say: "Comment",
    also: { label: "Merge it at once if nothing else is missing", button: "Approve and merge", needs: "merge" },
    route: "votes",
    body: ({ digest }, { text, also }): Sends<"vote"> => ({
      decision: "APPROVE",
      digest,
      ...(also && { mergeIfAgreed: true }),
      ...(text && { comment: text }),
    }),
  },
  reject: {
    title: "Reject this change",
    button: "Reject",
    done: ({ status }) => (status === "REJECTED" ? "You rejected; that ends the request." : "You rejected."),
    say: "Reason (required)",
    least: 1,
    danger: true,
    route: "votes",
    body: ({ digest }, { text }): Sends<"vote"> => ({ decision: "REJECT", digest, comment: text }),
  },
  retract: {
    title: "Take your vote back",
    button: "Take it back",
    done: () => "You took your vote back.",
    say: "Comment",
    route: "votes",
    body: ({ digest }, { text }): Sends<"vote"> => ({
      decision: "RETRACT",
      digest,
      ...(text && { comment: text }),
    }),
  },
  merge: {
    title: "Merge this change",
    button: "Merge",
    done: ended("The merge goes on."),
    route: "merge",
    body: seen,
  },
  bypass: {
    title: "Bypass the approvers",
    button: "Bypass and merge",
    done: ended("The merge goes on without the approvers, and they are being told."),
    say: "Why it cannot wait (required)",
    least: 10,
    danger: true,
    route: "bypass",
    body: ({ digest }, { text }): Sends<"bypass"> => ({ digest, reason: text }),
  },
  withdraw: {
    title: "Withdraw this request",
    button: "Withdraw",
    done: () => "The request is withdrawn.",
    say: "Reason (required)",
    least: 1,
    danger: true,
    route: "withdraw",
    body: (_request, { text }) => ({ ...(text && { reason: text }) }),
  },
  acknowledge: {
    title: "Acknowledge this bypass",
    button: "I have looked at it",
    done: () => "You acknowledged the bypass.",
    say: "Comment",
    route: "acknowledge",
    body: (_request, { text }) => ({ ...(text && { comment: text }) }),
  },
  revoke: {
    title: "End the access",
    button: "End it now",
    done: () => "The access has ended.",
    say: "Reason",
    danger: true,
    route: "revoke",
    body: (_request, { text }) => ({ ...(text && { reason: text }) }),
  },
  finish: {
    title: "Finish the merge",
    button: "Finish it",
    done: ended("The merge goes on."),
    route: "finish",
    body: seen,
  },
  undo: {
    title: "Undo the merge",
    button: "Undo it",
    done: ({ status }) => (status === "MERGING" ? "It is being taken back." : "It was taken back; nothing of it is live."),
    danger: true,
    route: "undo",
    body: seen,
  },
  rebase: {
    title: "Rebase this request",
    button: "Rebase",
    done: ({ revision }) => `Revision ${revision} waits for its approvers.`,
    route: "revisions",
    body: ({ digest }): Amendment => ({ digest, keep: "all", base: "present" }),
  },
};

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
