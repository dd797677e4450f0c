import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { Page, Summary } from "../api.ts";
import { live, type Live } from "../live.ts";
import { address } from "../router.ts";
import { me } from "../session/me.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { counts, short } from "./counts.ts";
import { Filter, Tabs } from "./filter.tsx";
import { OptOut } from "./opt-out.tsx";
import { Row } from "./rows.tsx";
import { addressOf, ALL, narrowed, queryOf, viewOf, type View } from "./view.ts";

const FRESH_MS = 10_000;
const LIMIT = 25;

/** What waits for me, or what the address asks for. */
export function RequestList() {
  const view = viewOf(address.value.searchParams);
  const waiting = short(counts.value?.waitingForMe);
  useEffect(() => {
    document.title = `${waiting === "" ? "" : `(${waiting}) `}Approvals · Countersign`;
  }, [waiting]);
  const query = queryOf(view, LIMIT);
  const shown = useRef(view.cursor);
  const projects = me.value?.projects;
  if (projects === undefined) return <Loading />;
  return (
    <>
      <h1 tabIndex={-1}>Approvals</h1>
      <OptOut />
      <Tabs view={view} />
      <Filter view={view} />
      <Rows key={query} query={query} view={view} shown={shown} />
    </>
  );
}

/** One page, kept fresh. The next one takes its place, so a long list costs no more than a short one. */
function Rows({ query, view, shown }: { query: string; view: View; shown: RefObject<string> }) {
  const [reading, setReading] = useState<Live<Page<Summary>> | undefined>(undefined);
  useEffect(() => {
    const next = live<Page<Summary>>(`/v1/change-requests?${query}`, () => FRESH_MS);
    setReading(next);
    return () => next.stop();
  }, [query]);

  const page = reading?.value.value;
  const list = useTurning(shown, view.cursor, page !== undefined);
  const failure = reading?.problem.value;
  if (page === undefined) {
    return failure ? <ProblemNotice problem={failure} retry={() => void reading?.refresh()} /> : <Loading />;
  }
  const { items, next } = page;
  return (
    <>
      {failure && <ProblemNotice problem={failure} />}
      {items.length > 0 ? (
        <ul ref={list} class="rows" tabIndex={-1} aria-label={view.cursor === "" ? "Requests" : "Older requests"}>
          {items.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </ul>
      ) : next === null ? (
        <Nothing view={view} />
      ) : (
        <p class="waiting">Nothing among those looked at so far. There are older ones.</p>
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

/** Whoever turns the page goes on in the list that comes: the link they pressed went with the page before. */
function useTurning(shown: RefObject<string>, cursor: string, there: boolean) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!there) return;
    const turned = shown.current !== cursor && document.activeElement === document.body;
    if (turned) list.current?.focus({ preventScroll: true });
    shown.current = cursor;
  }, [there]);
  return list;
}

function Loading() {
  return (
    <p class="waiting" aria-busy="true">
      Loading requests
    </p>
  );
}

function Nothing({ view }: { view: View }) {
  const wide: View = { ...view, q: "", project: "", environment: "", author: "", cursor: "" };
  if (narrowed(view)) {
    return (
      <p class="waiting">
        No request matches. <a href={addressOf(wide)}>Show all of this list</a>
      </p>
    );
  }
  if (view.waiting) {
    return (
      <p class="waiting">
        Nothing waits for you.{" "}
        {me.value?.projects.length === 0 && "You have no role in a project; an admin can give you one. "}
        <a href={addressOf({ ...wide, waiting: false, status: "OPEN" })}>Show open requests</a>
      </p>
    );
  }
  return (
    <p class="waiting">
      There is no request here. <a href={addressOf({ ...wide, waiting: false, status: ALL, unreviewed: false })}>Show all</a>
    </p>
  );
}
