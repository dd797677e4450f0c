import { basketOf, extent } from "./basket.ts";
import { changeAddress } from "./view.ts";

/** How much is being changed in the project, and the way to look it over. */
export function BasketBar({ project }: { project: string }) {
  const said = extent(basketOf(project).change.written);
  if (said === "") return null;
  return (
    <section class="bar" aria-label="Your changes">
      <p role="status">
        <strong>{said}</strong>
        <small>Nothing is sent yet.</small>
      </p>
      <div class="row">
        <a class="button" href={changeAddress(project)}>
          Look it over
        </a>
      </div>
    </section>
  );
}
