// Which documents a target means: as the API decides it, so that a form can say it while it is being filled in.
import type { Rank, Target } from "../api.ts";
import { isPath } from "../documents/path.ts";

const CLOSENESS: Rank[] = ["ENVIRONMENT", "GLOB", "EXACT"];

/** Whether it stands for that path, or for all that the other pattern stands for. */
export function covers(glob: string, other: string): boolean {
  const segments = other.slice(1).split("/");
  // reached[n]: the pattern so far stands for the first n segments.
  let reached = [true, ...segments.map(() => false)];
  for (const part of glob.slice(1).split("/")) {
    const before = reached;
    const after: boolean[] = [part === "**" && before[0] === true];
    segments.forEach((segment, n) => {
      const one = part === segment || (part === "*" && segment !== "**");
      after.push(part === "**" ? before[n + 1] === true || after[n] === true : before[n] === true && one);
    });
    reached = after;
  }
  return glob === "/**" || reached.at(-1) === true;
}

/** How closely a pattern names what it stands for. */
export function rankOf(glob: string): Rank {
  if (!glob.includes("*")) return "EXACT";
  return glob === "/**" ? "ENVIRONMENT" : "GLOB";
}

/** The closest way in which one of the targets covers the place; undefined where none does. */
export function closest(targets: Target[], place: Target): Rank | undefined {
  const ranks = targets
    .filter((each) => each.environment === place.environment && covers(each.path, place.path))
    .map(({ path }) => rankOf(path));
  return ranks.sort((a, b) => CLOSENESS.indexOf(b) - CLOSENESS.indexOf(a))[0];
}

/** Those that count at the place: of all that cover it, the closest. */
export function counting<P extends { targets: Target[] }>(policies: P[], place: Target): P[] {
  const ranks = policies.map((each) => closest(each.targets, place));
  const best = CLOSENESS.findLast((rank) => ranks.includes(rank));
  return best === undefined ? [] : policies.filter((_, at) => ranks[at] === best);
}

/** A path that the pattern stands for. */
export function example(glob: string): string {
  const parts = glob.split("/").filter((part) => part !== "" && part !== "**");
  const path = parts.map((part) => `/${part.includes("*") ? "example" : part}`).join("");
  return isPath(path) ? path : "/example";
}
