import { AskedBriefly } from "../access/asked.tsx";
import type { ChangeRequest, Named, Operation } from "../api.ts";
import { count, names, plain, shortDigest } from "../format.ts";
import { me } from "../session/me.ts";
import { Changes } from "../ui/changes.tsx";
import { difference } from "./difference.ts";
import { Keys } from "./keys.tsx";
import { target, touched, wordOf } from "./operation.ts";

interface Signing {
  request: Pick<ChangeRequest, "id" | "title" | "changes" | "revision" | "digest"> & Partial<Pick<ChangeRequest, "access" | "rules">>;
  /** Whose decision it is. */
  person?: Named | null | undefined;
}

/** Exactly what a decision is about. */
export function Signed({ request, person = me.value?.person }: Signing) {
  return (
    <dl class="signed">
      <div>
        <dt>Request</dt>
        <dd>
          {request.id}: {plain(request.title)}
        </dd>
      </div>
      <div>
        <dt>{request.access ? "Gives" : "Changes"}</dt>
        <dd>
          {request.access && <AskedBriefly access={request.access} />}
          {request.rules?.edits.map(({ type, id, words }) => (
            <span key={`${type} ${id}`} class="target">
              {plain(words)}
            </span>
          ))}
          {request.changes.map(({ environment, path, operations }) => (
            <span key={environment + path} class="target">
              {count(operations.reduce((sum, each) => sum + touched(each), 0), "key")} in {plain(environment)}{" "}
              <code>{plain(path)}</code>
              <Touching operations={operations} />
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>Revision</dt>
        <dd>
          {request.revision}, digest <code>{shortDigest(request.digest)}</code>
        </dd>
      </div>
      {person && (
        <div>
          <dt>As</dt>
          <dd>{names([person], person.id)}</dd>
        </div>
      )}
    </dl>
  );
}

/** So many are named; the page behind it names all. */
const NAMED = 6;

/** What is done to which key. */
function Touching({ operations }: { operations: Operation[] }) {
  const rest = operations.length - NAMED;
  return (
    <small>
      {operations.slice(0, NAMED).map((operation, at) => (
        <span key={target(operation)}>
          {at > 0 && ", "}
          {wordOf(operation).word.toLowerCase()} <Keys operation={operation} />
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
    </small>
  );
}

interface Moving {
  read: ChangeRequest;
  now: ChangeRequest;
}

/** The request moved on while somebody was reading or writing. */
export function Moved({ read, now }: Moving) {
  return (
    <div role="alert" class="notice wait">
      <p>
        <strong>The request changed while you were reading.</strong> Nothing was sent for the new state.
      </p>
      <Changes lines={difference(read, now)} />
      <p>
        Revision {now.revision}, digest <code>{shortDigest(now.digest)}</code> is what stands now.
      </p>
    </div>
  );
}

/** It moved on, and nobody can tell whether by what was sent here. */
export function Unanswered({ read, now }: Moving) {
  return (
    <div role="alert" class="notice wait">
      <p>
        <strong>No answer came, but the request has moved on.</strong> What you sent may have been carried out.
      </p>
      <Changes lines={difference(read, now)} />
    </div>
  );
}
