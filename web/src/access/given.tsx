import type { ChangeRequest, Grant } from "../api.ts";
import { plain, who } from "../format.ts";
import { myId } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";
import { askAddress } from "./address.ts";
import { STATES } from "./words.ts";

interface Shown {
  request: ChangeRequest;
  end: () => void;
}

/** What came of a request for access, as it is now, and what can be done about it. */
export function Given({ request, end }: Shown) {
  const { grant, project, id, may } = request;
  if (grant === null) return null;
  const { word, tone } = STATES[grant.state];
  return (
    <>
      <dl class="signed" aria-label="The access">
        <div>
          <dt>Access</dt>
          <dd>
            <Badge tone={tone}>{word}</Badge>
          </dd>
        </div>
        <div>
          <dt>Who</dt>
          <dd>{plain(grant.holder.name)}</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>
            <Time at={grant.begins} />
          </dd>
        </div>
        <div>
          <dt>Until</dt>
          <dd>
            <Until grant={grant} />
          </dd>
        </div>
      </dl>
      {grant.id !== id && (
        <p class="hint">
          It was given by <a href={`/requests/${grant.id}`}>{grant.id}</a>; this request moved its end.
        </p>
      )}
      {may.includes("revoke") && (
        <button type="button" class="danger whole" onClick={end}>
          End the access
        </button>
      )}
      {grant.holder.id === myId() && <Again project={project} grant={grant} />}
    </>
  );
}

/** When it ends, or when and by whom it was ended. */
function Until({ grant: { ends, endedAt, endedBy } }: { grant: Grant }) {
  if (endedBy === null || endedAt === null) return <Time at={ends} />;
  return (
    <>
      {who(endedBy)} ended it <Time at={endedAt} />
    </>
  );
}

function Again({ project, grant: { id, state, environment, path } }: { project: string; grant: Grant }) {
  return state === "ENDED" ? (
    <a class="button plain" href={askAddress({ project, environment, path })}>
      Ask for it again
    </a>
  ) : (
    <a class="button plain" href={askAddress({ project, extends: id })}>
      Ask for more time
    </a>
  );
}
