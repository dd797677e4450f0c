import { useEffect } from "preact/hooks";
import type { Policies, WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import { WhoAgrees } from "../governance/who-agrees.tsx";
import { go } from "../router.ts";
import { OptOut } from "../requests/opt-out.tsx";
import { me, places } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { useDirectory, type Directory } from "../ui/directory.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { Options } from "../ui/options.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { homeOf } from "./home.ts";
import { Aftermath } from "./aftermath.tsx";
import { ReadOnly } from "./read-only.tsx";
import { brief, demand, KINDS, place, wholeOf } from "./words.ts";
import { useWritersOf, type Writers } from "./writers.ts";
import { written } from "./written.ts";

const FRESH_MS = 15_000;

/** The policies of a project: what protects which secrets, in words. */
export function PolicyList({ project }: { project: string }) {
  const policies = useReading<Policies>(`/v1/projects/${project}/policies`, FRESH_MS);
  const { directory, problem: unnamed } = useDirectory();
  const writers = useWritersOf(project, policies);
  const problem = policies.problem ?? unnamed;
  useEffect(() => {
    document.title = "Policies · Countersign";
  }, []);
  return (
    <>
      <header class="head">
        <h1 tabIndex={-1}>Policies</h1>
        <ProjectChoice project={project} />
        {writers.mine && (
          <a class="button" href={`${homeOf(project)}/new`}>
            New policy
          </a>
        )}
      </header>
      {written.value && <Aftermath project={project} done={written.value} />}
      {problem && <ProblemNotice problem={problem} retry={() => void policies.refresh()} />}
      {problem?.body.code === "not-found" && (
        <p>
          <a href="/policies">Policies of your projects</a>
        </p>
      )}
      {policies.value && directory && me.value ? (
        <>
          <OptOut of={project} />
          <ReadOnly writers={writers} />
          <WhoAgrees project={project} />
          {policies.value.items.length === 0 ? (
            <Nothing project={project} writers={writers} />
          ) : (
            <>
              {project !== ORGANISATION && policies.value.items.every(({ kind }) => kind !== "SECRETS") && (
                <p class="hint">No change policy protects anything here: every change merges at once.</p>
              )}
              <ul class="rows policies">
                {policies.value.items.map((policy) => (
                  <Row key={policy.id} project={project} policy={policy} directory={directory} />
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        problem === undefined && (
          <p class="waiting" aria-busy="true">
            Loading policies
          </p>
        )
      )}
    </>
  );
}

function ProjectChoice({ project }: { project: string }) {
  const projects = places();
  if (projects.length < 2) return null;
  return (
    <label>
      <span class="unseen">Project</span>
      <select value={project} onChange={(event) => go(homeOf(event.currentTarget.value))}>
        {!projects.some(({ id }) => id === project) && <option value={project}>{plain(project)}</option>}
        <Options of={projects} />
      </select>
    </label>
  );
}

function Row({ project, policy, directory }: { project: string; policy: WrittenPolicy; directory: Directory }) {
  const { id, name, bypass, selfApproval, targets, requirements } = policy;
  return (
    <li>
      <h2>
        <a href={`${homeOf(project)}/${id}`}>{plain(name)}</a>
      </h2>
      <p class="facts">
        <Badge tone="quiet">{KINDS[policy.kind].name}</Badge>
        {bypass && (bypass.who === "ANYONE" ? <Badge tone="bad">anyone may bypass</Badge> : <Badge tone="wait">bypass</Badge>)}
        {selfApproval && <Badge tone="wait">self-approval</Badge>}
        {policy.kind === "GOVERNANCE" && <span>{wholeOf(project)}</span>}
        {targets.map((each) => (
          <code key={place(each)}>{place(each)}</code>
        ))}
      </p>
      <p>Needs {requirements.map((each) => demand(each, directory)).join("; and ")}</p>
      <p class="hint">{brief(policy, directory).join(" · ")}</p>
    </li>
  );
}

function Nothing({ project, writers }: { project: string; writers: Writers }) {
  if (project === ORGANISATION) {
    return (
      <p class="waiting">
        No policy is written for changes of what holds in all projects.{" "}
        {writers.mine && <a href={`${homeOf(project)}/new`}>Write the first policy</a>}
      </p>
    );
  }
  const environments = writers.environments.value?.items;
  if (environments?.length === 0) {
    return <p class="waiting">The project has no environment yet. Once an admin has made one, policies can protect it.</p>;
  }
  return (
    <p class="waiting">
      No policy protects anything here: every change merges at once.{" "}
      {writers.mine && <a href={`${homeOf(project)}/new`}>Write the first policy</a>}
    </p>
  );
}
