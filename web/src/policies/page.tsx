import { useEffect, useState } from "preact/hooks";
import type { Demand, Page, PolicyVersion, WrittenPolicy } from "../api.ts";
import { count, plain, who } from "../format.ts";
import { OptOut } from "../requests/opt-out.tsx";
import { me, myId, nameOf } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { members, through, useDirectory, type Directory } from "../ui/directory.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { seenOf, type Seen } from "../ui/thing.ts";
import { Time } from "../ui/time.tsx";
import { homeOf } from "./home.ts";
import { Aftermath } from "./aftermath.tsx";
import { DeleteDialog } from "./delete.tsx";
import { History } from "./history.tsx";
import { ReadOnly } from "./read-only.tsx";
import { FACTS, factsOf, KINDS, place, reach, wholeOf } from "./words.ts";
import { useWriters } from "./writers.ts";
import { written } from "./written.ts";

const FRESH_MS = 10_000;

/** One policy: what it says, whom it means, and how it came to be so. One that was deleted has its history still. */
export function PolicyPage({ project, id }: { project: string; id: string }) {
  const path = `/v1/projects/${project}/policies/${id}`;
  const versions = useReading<Page<PolicyVersion>>(`${path}/versions`, FRESH_MS);
  const { directory, problem: unnamed } = useDirectory();
  const problem = versions.problem ?? unnamed;
  const history = versions.value?.items ?? [];
  const last = history.at(-1);
  useEffect(() => {
    document.title = `${last === undefined ? "Policy" : plain(last.policy.name)} · Countersign`;
  }, [last?.policy.name]);
  return (
    <>
      <p class="trail">
        <a href={homeOf(project)}>Policies</a> / {nameOf(project)}
      </p>
      {!(last && directory && me.value) && <h1 tabIndex={-1}>Policy</h1>}
      {problem && <ProblemNotice problem={problem} retry={() => void versions.refresh()} />}
      {last && directory && me.value ? (
        <Loaded project={project} versions={history} last={last} directory={directory} />
      ) : (
        problem === undefined && (
          <p class="waiting" aria-busy="true">
            Loading the policy
          </p>
        )
      )}
    </>
  );
}

interface Shown {
  project: string;
  versions: PolicyVersion[];
  last: PolicyVersion;
  directory: Directory;
}

function Loaded({ project, versions, last, directory }: Shown) {
  const [deleting, setDeleting] = useState<Seen<WrittenPolicy> | undefined>(undefined);
  const writers = useWriters(project);
  const { policy, by, at, change } = last;
  const gone = change === "REMOVED";
  const path = `/v1/projects/${project}/policies/${policy.id}`;
  const present = useReading<WrittenPolicy>(gone ? undefined : path, FRESH_MS);
  const seen = seenOf(present);
  return (
    <>
      <div class="request">
        <header>
          <div class="head">
            <h1 tabIndex={-1}>{plain(policy.name)}</h1>
            {writers.mine && seen && (
              <div class="row">
                <button type="button" class="danger" onClick={() => setDeleting(seen)}>
                  Delete
                </button>
                <a class="button" href={`${homeOf(project)}/${policy.id}/edit`}>
                  Edit
                </a>
              </div>
            )}
          </div>
          <p class="facts">
            <Badge tone="quiet">{KINDS[policy.kind].name}</Badge>
            {gone && <Badge tone="bad">deleted</Badge>}
            <span>version {policy.version}</span>
            {by && at && (
              <span>
                {who(by)} {gone ? "deleted it" : "wrote it"} <Time at={at} />
              </span>
            )}
          </p>
          <OptOut of={project} />
          {written.value?.id === policy.id && <Aftermath project={project} done={written.value} />}
          <ReadOnly writers={writers} />
        </header>
        <div class="side">
          <section class="card" aria-labelledby="people">
            <h2 id="people">Who must approve</h2>
            {policy.requirements.map((each, index) => (
              <Demanded key={index} requirement={each} directory={directory} />
            ))}
          </section>
        </div>
        <div class="story">
          <section aria-labelledby="says">
            <h2 id="says">What it says</h2>
            <dl class="says">
              <div>
                <dt>{FACTS.targets.label}</dt>
                <dd>
                  {policy.kind === "GOVERNANCE" && wholeOf(project)}
                  {policy.targets.map((each) => (
                    <span key={place(each)} class="target">
                      <code>{place(each)}</code> <small>{reach(each.path)}</small>
                    </span>
                  ))}
                </dd>
              </div>
              {factsOf(policy).filter((each) => each !== "name" && each !== "targets").map((each) => (
                <div key={each}>
                  <dt>{FACTS[each].label}</dt>
                  <dd>{FACTS[each].say(policy, directory)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <History versions={versions} directory={directory} />
        </div>
      </div>
      {deleting && <DeleteDialog project={project} seen={deleting} present={present} onClose={() => setDeleting(undefined)} />}
    </>
  );
}

function Demanded({ requirement, directory }: { requirement: Demand; directory: Directory }) {
  const people = members(directory, requirement);
  return (
    <>
      <p class="needed">
        <strong>
          {requirement.approvals} of {count(people.length, "person", "people")}
        </strong>
      </p>
      <ul class="people">
        {people.map(({ id, name }) => (
          <li key={id}>
            <span class="name">
              {plain(name)}
              {id === myId() && " (you)"}
            </span>
            <span class="hint">
              {through(directory, requirement, id)
                .map((group) => plain(group.name))
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
