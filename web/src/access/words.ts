// Access for a limited time, in words.
import type { Entitlement, Grant } from "../api.ts";
import { plain, type Tone } from "../format.ts";

export type Grantable = Entitlement["actions"][number];

/** What can be given for a time: what it is called, and what it means. */
export const ACTIONS: Record<Grantable, { word: string; about: string }> = {
  "secrets:reveal": { word: "reveal values", about: "See what is stored there; each time is recorded." },
  "secrets:propose": { word: "propose changes", about: "Make change requests there; others still approve them." },
};

export const GRANTABLE = Object.keys(ACTIONS) as Grantable[];

export const STATES: Record<Grant["state"], { word: string; tone: Tone }> = {
  UPCOMING: { word: "upcoming", tone: "wait" },
  ACTIVE: { word: "active", tone: "good" },
  ENDED: { word: "ended", tone: "quiet" },
};

/** "reveal values and propose changes". */
export function doing(actions: readonly Grantable[]): string {
  return GRANTABLE.filter((each) => actions.includes(each))
    .map((each) => ACTIONS[each].word)
    .join(" and ");
}

/** "reveal values in prod /db/**". */
export function doingWhere({ actions, environment, path }: Pick<Entitlement, "actions" | "environment" | "path">): string {
  return `${doing(actions)} in ${plain(environment)} ${plain(path)}`;
}
