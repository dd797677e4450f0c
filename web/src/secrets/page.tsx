import { useEffect } from "preact/hooks";
import type { Environment, MyProject, Page } from "../api.ts";
import { plain } from "../format.ts";
import { OptOut } from "../requests/opt-out.tsx";
import { address, go } from "../router.ts";
import { me } from "../session/me.ts";
import { Options } from "../ui/options.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { BasketBar } from "./bar.tsx";
import { Filter } from "./filter.tsx";
import { Documents } from "./list.tsx";
import { addressOf, viewOf, type View } from "./view.ts";

const FRESH_MS = 60_000;

/** The secrets of a project, environment by environment, with what is being changed of them. */
export function SecretsPage() {
  const view = viewOf(address.value.searchParams);
  const projects = me.value?.projects ?? [];
  const project = projects.find(({ id }) => id === view.project) ?? projects[0];
  useEffect(() => {
    document.title = "Secrets · Countersign";
  }, []);
  return (
    <>
      <h1 tabIndex={-1}>Secrets</h1>
      {project === undefined ? (
        <p class="waiting">
          Secrets are shown to those who have a role in their project. You have none, and need none to approve:{" "}
          <a href="/">see what waits for you</a>. An admin can give you a role.
        </p>
      ) : view.project !== "" && view.project !== project.id ? (
        <p class="waiting">
          You have no role in {plain(view.project)}. <a href="/secrets">Show {plain(project.name)}</a>
        </p>
      ) : (
        <OfProject key={project.id} project={project} projects={projects} view={{ ...view, project: project.id }} />
      )}
    </>
  );
}

function OfProject({ project, projects, view }: { project: MyProject; projects: MyProject[]; view: View }) {
  const { value, problem, refresh } = useReading<Page<Environment>>(`/v1/projects/${project.id}/environments`, FRESH_MS);
  const environments = value?.items;
  const environment = view.environment || (environments?.[0]?.id ?? "");
  return (
    <>
      <OptOut of={project.id} />
      {projects.length > 1 && (
        <search class="filter">
          <label>
            Project
            <select
              value={project.id}
              onChange={(event) =>
                go(addressOf({ project: event.currentTarget.value, environment: "", path: "", key: "", cursor: "" }))
              }
            >
              <Options of={projects} />
            </select>
          </label>
        </search>
      )}
      {problem && <ProblemNotice problem={problem} retry={() => void refresh()} />}
      {environments !== undefined && environments.length > 0 && (
        <Tabs environments={environments} chosen={environment} view={view} />
      )}
      {environments === undefined ? (
        problem === undefined && (
          <p class="waiting" aria-busy="true">
            Loading environments
          </p>
        )
      ) : environment === "" ? (
        <p class="waiting">
          {plain(project.name)} has no environment yet. An admin makes one, which says where its secrets are.
        </p>
      ) : (
        <>
          <Filter view={{ ...view, environment }} />
          <Documents view={{ ...view, environment }} />
        </>
      )}
      <BasketBar project={project.id} />
    </>
  );
}

function Tabs({ environments, chosen, view }: { environments: Environment[]; chosen: string; view: View }) {
  return (
    <nav class="tabs" aria-label="Environments">
      {environments.map(({ id, name }) => (
        <a
          key={id}
          href={addressOf({ ...view, environment: id, cursor: "" })}
          aria-current={id === chosen ? "page" : undefined}
        >
          {plain(name)}
        </a>
      ))}
    </nav>
  );
}
