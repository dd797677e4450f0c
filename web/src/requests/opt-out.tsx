import type { MyProject } from "../api.ts";
import { plain } from "../format.ts";

/** A project whose rules one admin may change alone says so on every page. */
export function OptOut({ projects }: { projects: MyProject[] }) {
  const alone = projects.filter(({ governance }) => governance === "OPT_OUT");
  if (alone.length === 0) return null;
  const which = alone.map(({ name }) => plain(name)).join(", ");
  return (
    <p class="opt-out">
      Rules are not under two-person control in {which}: one admin alone may change policies and people there.
    </p>
  );
}
