import { useEffect, useRef, useState } from "preact/hooks";
import { Asked } from "../access/asked.tsx";
import type { ChangeRequest, MovedDocument } from "../api.ts";
import { plain, plainLines, who } from "../format.ts";
import { live, type Live } from "../live.ts";
import { me } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { StatusBadge } from "../ui/badge.tsx";
import { later } from "../ui/later.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Time } from "../ui/time.tsx";
import { Deliveries, Destinations } from "./aftermath.tsx";
import { Approvals } from "./approvals.tsx";
import type { Act } from "./acts.ts";
import { DecisionBar, Own, votes } from "./bar.tsx";
import { Conflict } from "./conflict.tsx";
import { readCounts } from "./counts.ts";
import { DecideDialog } from "./decide.tsx";
import { Diff } from "./diff.tsx";
import { news } from "./news.ts";
import { OptOut } from "./opt-out.tsx";
import { Overlapping } from "./overlapping.tsx";
import { Readiness } from "./readiness.tsx";
import { SinceMyVote } from "./since.tsx";
import { StoreMoved, useStoreMoved } from "./store-moved.tsx";
import { Timeline } from "./timeline.tsx";
import { Unseen } from "./unseen.tsx";
import { may } from "../ui/may.tsx";

/** What others do to it shows within two seconds, the way of the answer included. */
const SOON_MS = 1_200;
/** Once it has ended, what is left to come is where it went and who was told. */
const ENDED_MS = 5_000;

const Revise = later(async () => (await import("../pages.ts")).Revise);
const TakeBack = later(async () => (await import("../pages.ts")).TakeBack);
const RulesAsked = later(async () => (await import("../pages.ts")).RulesAsked);

/** A request, or the form that revises it: both live on the same reading. */
export function RequestPage({ id, part }: { id: string; part: "all" | "revise" }) {
  const [reading, setReading] = useState<Live<ChangeRequest> | undefined>(undefined);
  useEffect(() => {
    document.title = `${id} · Countersign`;
    const next = live<ChangeRequest>(`/v1/change-requests/${id}`, (request) => (ended(request) ? ENDED_MS : SOON_MS));
    setReading(next);
    return () => next.stop();
  }, [id]);
  const request = reading?.value.value;
  const problem = reading?.problem.value;
  const retry = () => void reading?.refresh();
  const unseen = request === undefined && problem?.body.code === "not-found";
  const Part = part === "all" ? Loaded : Revise;
  if (unseen && me.value) return <Unseen id={id} />;
  return (
    <>
      <p class="trail">
        <a href="/">Approvals</a> / {part === "all" ? id : <a href={`/requests/${id}`}>{id}</a>}
      </p>
      {(request === undefined || me.value === undefined) && <h1 tabIndex={-1}>{id}</h1>}
      {problem && !unseen && <ProblemNotice problem={problem} retry={retry} />}
      {request && reading && me.value ? (
        <Part request={request} refresh={reading.refresh} />
      ) : (
        (problem === undefined || unseen) && (
          <p class="waiting" aria-busy="true">
            Loading {id}
          </p>
        )
      )}
    </>
  );
}

function merged({ kind, status }: ChangeRequest): boolean {
  return kind === "SECRETS" && (status === "MERGED" || status === "BYPASSED");
}

function ended(request: ChangeRequest | undefined): boolean {
  return request !== undefined && !["OPEN", "MERGING", "FAILED"].includes(request.status);
}

function Loaded({ request, refresh }: { request: ChangeRequest; refresh: () => Promise<void> }) {
  const [act, setAct] = useState<Act | undefined>(undefined);
  useNews(request);
  useAim();
  const moved = useStoreMoved(request);
  return (
    <>
      <div class="request">
        <header>
          <h1 tabIndex={-1}>{plain(request.title)}</h1>
          <p class="facts">
            <StatusBadge request={request} />
            <span>
              {who(request.author)} submitted <Time at={request.createdAt} />
              {request.revision > 1 && `, revision ${request.revision}`}
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
          <OptOut of={request.project} governance={request.governance} />
        </header>
        <div class="side">
          <Readiness request={request} onAct={setAct} />
          <Approvals request={request} />
          <Destinations request={request} />
          <Deliveries request={request} />
          {votes(request) && <Own request={request} onAct={setAct} />}
        </div>
        <div class="story">
          <Conflict request={request} onAct={setAct} />
          <SinceMyVote request={request} />
          <Proposed request={request} moved={moved} />
          <StoreMoved request={request} moved={moved} onAct={setAct} />
          <Overlapping request={request} />
          {merged(request) && may("secrets:propose", request.project) && <TakeBack request={request} />}
          <Timeline request={request} onChange={refresh} />
        </div>
      </div>
      <DecisionBar request={request} onAct={setAct} />
      {act && (
        <DecideDialog
          key={act}
          act={act}
          request={request}
          moved={moved}
          onClose={() => setAct(undefined)}
          onChange={refresh}
        />
      )}
    </>
  );
}

/** What it asks for; what another kind of request asks for than most comes when such a one is opened. */
function Proposed({ request, moved }: { request: ChangeRequest; moved: MovedDocument[] }) {
  if (request.rules) return <RulesAsked key={request.digest} request={request} rules={request.rules} />;
  return request.access ? <Asked request={request} /> : <Diff request={request} moved={moved} />;
}

function useNews(request: ChangeRequest): void {
  const before = useRef(request);
  useEffect(() => {
    const said = before.current === request ? undefined : news(before.current, request);
    if (before.current !== request) readCounts();
    before.current = request;
    if (said !== undefined) announce(said);
  }, [request]);
}

/** A link to one key or event (`#event-12`) leads there, also after a sign-in: the browser looked before there was anything. */
function useAim(): void {
  useEffect(() => {
    if (location.hash !== "") location.replace(location.hash);
  }, []);
}
