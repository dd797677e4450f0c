import { useEffect, useState } from "preact/hooks";
import type { Page, Status, Summary } from "../api.ts";
import { Problem, read } from "../client.ts";
import { plain, STATUSES, who } from "../format.ts";
import { live, type Live } from "../live.ts";
import { address, go } from "../router.ts";
import { me } from "../session/me.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Time } from "../ui/time.tsx";
import { OptOut } from "./opt-out.tsx";

const FRESH_MS = 10_000;
const LIMIT = 25;
const ALL = "all";

/** The filter is the address: `?project=&status=`; no status means open requests. */
export function RequestList() {
  const search = address.value.searchParams;
  const project = search.get("project") ?? "";
  const status = search.get("status") ?? "OPEN";
  useEffect(() => {
    document.title = "Requests · Countersign";
  }, []);
  const query = new URLSearchParams({ limit: String(LIMIT) });
  if (project !== "") query.set("project", project);
  if (status !== ALL) query.set("status", status);
  const projects = me.value?.projects;
  if (projects === undefined) return <Waiting />;
  return (
    <>
      <h1 tabIndex={-1}>Change requests</h1>
      <OptOut projects={projects} />
      <Filter project={project} status={status} />
      <Rows key={query.toString()} query={query.toString()} filtered={project !== "" || status !== ALL} />
    </>
  );
}

function Filter({ project, status }: { project: string; status: string }) {
  function set(name: string, value: string, unsaid: string) {
    const next = new URLSearchParams(address.value.searchParams);
    if (value === unsaid) next.delete(name);
    else next.set(name, value);
    go(next.size === 0 ? "/" : `/?${next}`, "replace");
  }
  const projects = me.value?.projects ?? [];
  return (
    <search class="filter">
      <label>
        Project
        <select value={project} onChange={(event) => set("project", event.currentTarget.value, "")}>
          <option value="">All of mine</option>
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {plain(name)}
            </option>
          ))}
          {project !== "" && !projects.some(({ id }) => id === project) && <option value={project}>{project}</option>}
        </select>
      </label>
      <label>
        Status
        <select value={status} onChange={(event) => set("status", event.currentTarget.value, "OPEN")}>
          {(Object.keys(STATUSES) as Status[]).map((each) => (
            <option key={each} value={each}>
              {STATUSES[each].word}
            </option>
          ))}
          <option value={ALL}>all</option>
        </select>
      </label>
    </search>
  );
}

function Rows({ query, filtered }: { query: string; filtered: boolean }) {
  const [first, setFirst] = useState<Live<Page<Summary>> | undefined>(undefined);
  const [more, setMore] = useState<Page<Summary> | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const reading = live<Page<Summary>>(`/v1/change-requests?${query}`, () => FRESH_MS);
    setFirst(reading);
    return () => reading.stop();
  }, [query]);

  const page = first?.value.value;
  const failure = first?.problem.value;
  if (page === undefined) {
    return failure ? <ProblemNotice problem={failure} retry={() => void first?.refresh()} /> : <Waiting />;
  }
  const next = more === undefined ? page.next : more.next;

  async function load(cursor: string) {
    setBusy(true);
    // The first page stands still from here on, so that no row is shown twice or skipped.
    first?.stop();
    try {
      const answer = await read<Page<Summary>>(`/v1/change-requests?${query}&cursor=${encodeURIComponent(cursor)}`);
      setProblem(undefined);
      setMore({ items: [...(more?.items ?? []), ...(answer.body?.items ?? [])], next: answer.body?.next ?? null });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const items = [...page.items, ...(more?.items ?? [])];
  return (
    <>
      {failure && <ProblemNotice problem={failure} />}
      {items.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : (
        <ul class="rows">
          {items.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </ul>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {next !== null && (
        <button type="button" class="plain" aria-busy={busy} onClick={() => busy || void load(next)}>
          More
        </button>
      )}
    </>
  );
}

function Row({ request }: { request: Summary }) {
  return (
    <li>
      <a href={`/requests/${request.id}`}>
        <span class="title">{plain(request.title)}</span>
        <span class="facts">
          <StatusBadge status={request.status} />
          <span>{request.id}</span>
          <span>
            {who(request.author)}, <Time at={request.createdAt} />
          </span>
        </span>
      </a>
    </li>
  );
}

function Waiting() {
  return (
    <p class="waiting" aria-busy="true">
      Loading requests
    </p>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (me.value?.projects.length === 0) {
    return <p class="waiting">You belong to no project yet. An admin can give you a role in one.</p>;
  }
  return (
    <p class="waiting">
      {filtered ? (
        <>
          No request matches. <a href={`/?status=${ALL}`}>Show all requests</a>
        </>
      ) : (
        "There is no request yet. Submit one over the API; it then waits here for its approvers."
      )}
    </p>
  );
}
