// What a line of the timeline says besides its type: the API's words, with times as people write them.
import type { Happening, PolicyKind as Kind } from "../api.ts";
import { utc } from "../format.ts";
import { inWords } from "../ui/span.ts";

const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
/** What stands before somebody's own words. */
const VOTE = /^approved(?: by mail)? for \S+ at most/;

export function saidOf({ type, text }: Pick<Happening, "type" | "text">): string | null {
  if (text === null) return null;
  if (type === "Voted") return text.replace(VOTE, inWords);
  return type === "Access Granted" ? text.replace(TIME, (at) => utc(new Date(at))) : text;
}

/** A type in words: of somebody who did it, or by itself. */
const WORDS: Record<string, string> = {
  Submitted: "submitted the request",
  Revised: "revised the request",
  Voted: "voted",
  Agreed: "Everybody needed has agreed",
  Rejected: "The request was rejected",
  Withdrawn: "withdrew the request",
  Expired: "The request expired",
  Commented: "commented",
  "Merge Started": "started the merge",
  Merged: "The change is live",
  Bypassed: "The change is live, without its approvers",
  Acknowledged: "acknowledged the bypass",
  Revealed: "looked at a value",
  "Secrets Changed": "Written to the store",
  Conflicted: "The merge found a conflict; nothing was applied",
  Failed: "The merge failed",
  "Delivery Failed": "Mail did not reach people who have to hear of it",
  "Access Granted": "Access is given",
  "Access Ended": "The access ended",
};

/** Where access is asked for. */
const OF_ACCESS: Record<string, string> = {
  Submitted: "asked for access",
  "Merge Started": "merged the request",
  Merged: "The request is merged",
  Bypassed: "The request is merged, without its approvers",
};

/** Where rules are to be changed. */
const OF_RULES: Record<string, string> = {
  Submitted: "asked for a change of rules",
  "Merge Started": "merged the request",
  Merged: "The request is merged",
  "Rules Changed": "The change holds",
};

const OF_KIND: Record<Kind, Record<string, string>> = { SECRETS: {}, ACCESS: OF_ACCESS, GOVERNANCE: OF_RULES };

export function wordOf({ type, by }: Pick<Happening, "type" | "by">, kind: Kind): string | undefined {
  if (type === "Access Ended" && by !== null) return "ended the access";
  return OF_KIND[kind][type] ?? WORDS[type];
}
