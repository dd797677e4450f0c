import type { ListedGrant, Page } from "../api.ts";
import { plain, who } from "../format.ts";
import { me, myId } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { Time } from "../ui/time.tsx";
import { addressOf, queryOf, type View } from "./view.ts";
import { doingWhere, STATES } from "./words.ts";

const FRESH_MS = 10_000;
const LIMIT = 25;

/** One page of grants, kept fresh. The next one takes its place. */
export function Grants({ view }: { view: View }) {
  const { value: page, problem, refresh } = useReading<Page<ListedGrant>>(`/v1/grants?${queryOf(view, LIMIT)}`, FRESH_MS);
  const notice = problem && <ProblemNotice problem={problem} retry={() => void refresh()} />;
  if (page === undefined) {
    return (
      notice ?? (
        <p class="waiting" aria-busy="true">
          Loading access
        </p>
      )
    );
  }
  const { items, next } = page;
  return (
    <>
      {notice}
      {items.length > 0 ? (
        <ul class="rows" aria-label={view.cursor === "" ? "Access" : "Older access"}>
          {items.map((each) => (
            <Row key={each.request} grant={each} />
          ))}
        </ul>
      ) : (
        <Nothing view={view} more={next !== null} />
      )}
      <nav class="row" aria-label="Pages">
        {view.cursor !== "" && (
          <a class="button plain" href={addressOf({ ...view, cursor: "" })}>
            Newest
          </a>
        )}
        {next !== null && (
          <a class="button plain" href={addressOf({ ...view, cursor: next })}>
            Older
          </a>
        )}
      </nav>
    </>
  );
}

function Row({ grant }: { grant: ListedGrant }) {
  const { id, request, title, holder, state } = grant;
  const { word, tone } = STATES[state];
  return (
    <li>
      <a href={`/requests/${request}`}>
        <span class="title">{plain(title)}</span>
        <span class="facts">
          <Badge tone={tone}>{word}</Badge>
          <Ending grant={grant} />
          <span>
            {plain(holder.name)}
            {holder.id === myId() && " (you)"} may {doingWhere(grant)}
          </span>
          <span>{request}</span>
          {id !== request && <span>moved the end of {id}</span>}
        </span>
      </a>
    </li>
  );
}

/** What comes next of it, or when it came to its end. */
function Ending({ grant: { state, begins, ends, endedAt, endedBy } }: { grant: ListedGrant }) {
  switch (state) {
    case "UPCOMING":
      return (
        <span>
          begins <Time at={begins} />, ends <Time at={ends} />
        </span>
      );
    case "ACTIVE":
      return (
        <span>
          ends <Time at={ends} />
        </span>
      );
    case "ENDED":
      return (
        <span>
          {endedBy === null ? "by itself" : `by ${who(endedBy)}`} <Time at={(endedBy && endedAt) ?? ends} />
        </span>
      );
  }
}

function Nothing({ view, more }: { view: View; more: boolean }) {
  if (more) return <p class="waiting">Nothing among those looked at so far. There are older ones.</p>;
  if (view.cursor !== "") return <p class="waiting">There is nothing older.</p>;
  return (
    <p class="waiting">
      {view.whose === "mine" ? "You were given no access for a time" : "Nobody was given access for a time"}
      {view.project !== "" && ` in ${plain(view.project)}`}.{" "}
      {view.whose === "mine" ? (
        <>
          What you ask for waits among <a href={`/?${new URLSearchParams({ status: "OPEN", author: myId() ?? "" })}`}>your requests</a>.
        </>
      ) : (
        me.value?.projects.length === 0 && "You see that of projects in which you have a role."
      )}
    </p>
  );
}
