import type { MyProject } from "../api.ts";
import { count, plain } from "../format.ts";

/** So many are named; the page of each says it again. */
const NAMED = 3;

/** A project whose rules one admin may change alone says so on every page. */
export function OptOut({ projects }: { projects: MyProject[] }) {
  const alone = projects.filter(({ governance }) => governance === "OPT_OUT");
  if (alone.length === 0) return null;
  const rest = alone.length - NAMED;
  const named = alone.slice(0, NAMED).map(({ name }) => plain(name));
  const which = named.join(", ") + (rest > 0 ? ` and ${count(rest, "more project")}` : "");
  return (
    <p class="opt-out">
      Rules are not under two-person control in {which}: one admin alone may change policies and people there.
    </p>
  );
}
