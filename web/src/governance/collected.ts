// Changes of rules that somebody puts together, to be asked for as one request: kept by this tab until they are.
import { draft } from "../session/draft.ts";
import { partOf } from "../settings/addresses.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { meets, type Change } from "./change.ts";

export interface Collected {
  /** Whose rules it is of, or `*`. */
  project: string;
  change: Change;
  /** What it does, where the call does not say it by a name. */
  words?: string;
}

/** One request has no more. */
export const MOST = 10;
const PLACE = "governance.collected";

function kept(): Collected[] {
  const { text } = draft(PLACE);
  return text === "" ? [] : (JSON.parse(text) as Collected[]);
}

function keep(all: Collected[]): void {
  const held = draft(PLACE);
  if (all.length === 0) held.drop();
  else held.write(JSON.stringify(all));
}

/** Another change of the same thing takes the place of the one before. */
export function collect(collected: Collected): void {
  const all = kept();
  const at = all.findIndex((each) => meets(each.change, collected.change));
  keep(at < 0 ? [...all, collected] : all.with(at, collected));
}

export function leave(gone: readonly Collected[]): void {
  keep(kept().filter((each) => !gone.some((one) => JSON.stringify(one) === JSON.stringify(each))));
}

/** What can be asked for in one request of the project: its own changes, and those of the organisation. */
export function collectedFor(project: string): Collected[] {
  return kept().filter((each) => each.project === project || each.project === ORGANISATION);
}

/** For which projects something is collected; for the organisation where it is that alone. */
export function places(): string[] {
  const all = [...new Set(kept().map(({ project }) => project))];
  const projects = all.filter((each) => each !== ORGANISATION);
  return projects.length > 0 ? projects : all;
}

/** Where they are looked over. */
export function collectedAt(project: string): string {
  return `/settings/together/${partOf(project)}`;
}
