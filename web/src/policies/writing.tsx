import { useEffect } from "preact/hooks";
import type { Channel, Page, WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import { OptOut } from "../requests/opt-out.tsx";
import { me, nameOf } from "../session/me.ts";
import { useDirectory } from "../ui/directory.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { useThing } from "../ui/thing.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { homeOf } from "./home.ts";
import { EditForm } from "./edit.tsx";
import { ReadOnly } from "./read-only.tsx";
import { useWriters, type Writers } from "./writers.ts";

const FRESH_MS = 10_000;

/** The page that writes a policy: a new one, or over the one that there is. */
export function WritingPage({ project, id }: { project: string; id: string | undefined }) {
  const base = `/v1/projects/${project}`;
  const home = homeOf(project);
  const whole = project === ORGANISATION;
  const thing = useThing<WrittenPolicy>(id === undefined ? undefined : `${base}/policies/${id}`);
  const policy = thing.present;
  const channels = useReading<Page<Channel>>(whole ? undefined : `${base}/channels`, FRESH_MS);
  const { directory, problem: unnamed, refresh } = useDirectory();
  const writers = useWriters(project);
  const environments = writers.environments.value?.items;
  const problem = policy.problem ?? channels.problem ?? unnamed ?? writers.environments.problem;
  const title = id === undefined ? "New policy" : policy.value === undefined ? "Policy" : `Edit “${plain(policy.value.name)}”`;
  useEffect(() => {
    document.title = `${title} · Countersign`;
  }, [title]);

  async function again() {
    refresh();
    await Promise.all([policy.refresh(), channels.refresh(), writers.environments.refresh()]);
  }

  const told = whole ? [] : channels.value?.items;
  const there = id === undefined || policy.value !== undefined;
  const known = me.value && directory && told && environments && { directory, channels: told, environments };
  return (
    <>
      <p class="trail">
        <a href={home}>Policies</a> / {nameOf(project)}
        {policy.value && (
          <>
            {" "}
            / <a href={`${home}/${policy.value.id}`}>{plain(policy.value.name)}</a>
          </>
        )}
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      <OptOut of={project} />
      {problem && <ProblemNotice problem={problem} retry={() => void again()} />}
      {!known || !there ? (
        problem === undefined && (
          <p class="waiting" aria-busy="true">
            Loading
          </p>
        )
      ) : !writers.mine ? (
        <NotNow home={home} writers={writers} />
      ) : (
        <EditForm project={project} thing={thing} {...known} />
      )}
    </>
  );
}

function NotNow({ home, writers }: { home: string; writers: Writers }) {
  return (
    <section class="gate">
      <ReadOnly writers={writers} />
      <p>
        <a href={home}>Back to the policies</a>
      </p>
    </section>
  );
}
