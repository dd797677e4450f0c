import { count } from "../format.ts";
import { nameOf } from "../session/me.ts";
import { collectedAt, collectedFor, places } from "./collected.ts";

/** How much is collected to be asked for together, and the way there. */
export function CollectedBar() {
  const projects = places();
  if (projects.length === 0) return null;
  return (
    <section class="notice wait" aria-label="Collected changes">
      {projects.map((project) => (
        <p key={project}>
          <strong>
            {count(collectedFor(project).length, "change")} collected for {nameOf(project)}.
          </strong>{" "}
          Nothing is asked yet: <a href={collectedAt(project)}>review and ask</a>.
        </p>
      ))}
    </section>
  );
}
