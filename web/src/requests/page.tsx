import { useEffect, useRef, useState } from "preact/hooks";
import type { ChangeRequest } from "../api.ts";
import { plain, plainLines, who } from "../format.ts";
import { live, type Live } from "../live.ts";
import { me, project } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { StatusBadge } from "../ui/badge.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Time } from "../ui/time.tsx";
import { Deliveries, Destinations } from "./aftermath.tsx";
import { Approvals } from "./approvals.tsx";
import { DecisionBar, Withdraw } from "./bar.tsx";
import { DecideDialog, type Act } from "./decide.tsx";
import { Diff } from "./diff.tsx";
import { news } from "./news.ts";
import { OptOut } from "./opt-out.tsx";
import { Overlapping } from "./overlapping.tsx";
import { Readiness } from "./readiness.tsx";
import { Timeline } from "./timeline.tsx";

const FRESH_MS = 5_000;
const MERGING_MS = 1_500;

export function RequestPage({ id }: { id: string }) {
  const [reading, setReading] = useState<Live<ChangeRequest> | undefined>(undefined);
  useEffect(() => {
    document.title = `${id} · Countersign`;
    const next = live<ChangeRequest>(`/v1/change-requests/${id}`, (request) =>
      request?.status === "MERGING" ? MERGING_MS : FRESH_MS,
    );
    setReading(next);
    return () => next.stop();
  }, [id]);
  const request = reading?.value.value;
  const problem = reading?.problem.value;
  const retry = () => void reading?.refresh();
  return (
    <>
      <p class="trail">
        <a href="/">Requests</a> / {id}
      </p>
      {(request === undefined || me.value === undefined) && <h1 tabIndex={-1}>{id}</h1>}
      {problem && <ProblemNotice problem={problem} retry={retry} />}
      {request && reading && me.value ? (
        <Loaded request={request} refresh={reading.refresh} />
      ) : (
        problem === undefined && (
          <p class="waiting" aria-busy="true">
            Loading {id}
          </p>
        )
      )}
    </>
  );
}

function Loaded({ request, refresh }: { request: ChangeRequest; refresh: () => Promise<void> }) {
  const [act, setAct] = useState<Act | undefined>(undefined);
  useNews(request);
  useAim();
  const mine = project(request.project);
  const voter = request.may.includes("approve") || request.may.includes("reject");
  return (
    <>
      <div class="request">
        <header>
          <h1 tabIndex={-1}>{plain(request.title)}</h1>
          <p class="facts">
            <StatusBadge status={request.status} />
            <span>
              {who(request.author)} submitted <Time at={request.createdAt} />
            </span>
            {request.status === "OPEN" && request.expiresAt && (
              <span>
                expires <Time at={request.expiresAt} />
              </span>
            )}
          </p>
          {request.message && (
            <p class="message" dir="auto">
              {plainLines(request.message)}
            </p>
          )}
          {mine && <OptOut projects={[mine]} />}
        </header>
        <div class="side">
          <Readiness request={request} onMerge={() => setAct("merge")} />
          <Approvals request={request} />
          <Destinations request={request} />
          <Deliveries request={request} />
          {voter && request.may.includes("withdraw") && <Withdraw onAct={setAct} />}
        </div>
        <div class="story">
          <Diff changes={request.changes} />
          <Overlapping request={request} />
          <Timeline request={request} onChange={refresh} />
        </div>
      </div>
      <DecisionBar request={request} onAct={setAct} />
      {act && (
        <DecideDialog key={act} act={act} request={request} onClose={() => setAct(undefined)} onChange={refresh} />
      )}
    </>
  );
}

function useNews(request: ChangeRequest): void {
  const before = useRef(request);
  useEffect(() => {
    const said = before.current === request ? undefined : news(before.current, request);
    before.current = request;
    if (said !== undefined) announce(said);
  }, [request]);
}

/** A link to one key (`#key-NAME`) leads there, also after a sign-in. */
function useAim(): void {
  useEffect(() => {
    if (location.hash !== "") document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
}
