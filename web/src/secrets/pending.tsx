import type { Pending } from "../api.ts";
import type { Place } from "../documents/written.ts";
import { plain, who } from "../format.ts";
import { anchorOf } from "../requests/anchor.ts";

/** Open requests that would change the document. */
export function PendingRequests({ pending }: { pending: Pending[] }) {
  if (pending.length === 0) return null;
  return (
    <ul class="pending" aria-label="Open requests">
      {pending.map(({ id, title, author, keys }) => (
        <li key={id}>
          <a href={`/requests/${id}`}>{plain(title)}</a>{" "}
          <small>
            {id}, {who(author)}: {keys.map(plain).join(", ")}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** At a key: the newest open request that would change it. */
export function PendingMark({ pending, place, name }: { pending: Pending[]; place: Place; name: string }) {
  const [newest, ...more] = pending.filter(({ keys }) => keys.includes(name));
  if (newest === undefined) return null;
  return (
    <a class="badge wait" href={`/requests/${newest.id}#${anchorOf(place, name)}`}>
      pending<span class="unseen"> change of {plain(name)} in {newest.id}</span>
      {more.length > 0 && ` +${more.length}`}
    </a>
  );
}
