import type { ChangeRequest } from "../api.ts";
import { plain } from "../format.ts";

/** Other open requests on the same keys: whichever is merged first, the others conflict. */
export function Overlapping({ request: { overlapping } }: { request: ChangeRequest }) {
  if (overlapping.length === 0) return null;
  return (
    <section aria-labelledby="overlapping">
      <h2 id="overlapping">Also being changed</h2>
      <ul>
        {overlapping.map(({ id, title, author, documents }) => (
          <li key={id}>
            <a href={`/requests/${id}`}>{plain(title)}</a> by {plain(author.name)}
            {documents.map(({ environment, path, keys }) => (
              <p class="hint" key={environment + path}>
                <code>{plain(path)}</code> in {plain(environment)}: {keys.map(plain).join(", ")}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
