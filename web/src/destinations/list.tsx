import type { Destination, Page } from "../api.ts";
import { plain } from "../format.ts";
import { NEW } from "../settings/addresses.ts";
import { Listed } from "../settings/listed.tsx";
import { ProjectChoice } from "../settings/project-choice.tsx";
import { Lacking, may } from "../ui/may.tsx";
import { useReading } from "../ui/reading.ts";
import { KINDS } from "./form.ts";

const FRESH_MS = 10_000;

/** Where a project's merged documents go. */
export function Destinations({ project }: { project: string }) {
  if (project === "") {
    return <p class="waiting">You have no role in a project; an admin can give you one. Destinations belong to projects.</p>;
  }
  return (
    <>
      <ProjectChoice of="destinations" project={project} organisation={false} />
      <Lacking to="make or change destinations" permission="destinations:write" place={project} />
      <List project={project} />
    </>
  );
}

function List({ project }: { project: string }) {
  const destinations = useReading<Page<Destination>>(`/v1/projects/${project}/destinations`, FRESH_MS);
  const items = destinations.value?.items ?? [];
  return (
    <Listed
      title="Destinations"
      reading={destinations}
      add={
        may("destinations:write", project)
          ? { href: `/settings/destinations/${project}/${NEW}`, words: "Add a destination" }
          : undefined
      }
    >
      {items.length === 0 ? (
        <p class="waiting">
          Nothing follows a merge yet. Kubernetes, Parameter Store, webhooks and ECS services can: each has the new value as soon as
          it was merged.
        </p>
      ) : (
        <ul class="rows">
          {items.map(({ id, type, environment, path }) => (
            <li key={id}>
              <a href={`/settings/destinations/${project}/${id}`}>
                <span class="called">
                  <span class="title">{id}</span>
                </span>
                <small class="facts">
                  <span>{KINDS[type]}</span>
                  <code>
                    {plain(environment)} {plain(path)}
                  </code>
                </small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}
