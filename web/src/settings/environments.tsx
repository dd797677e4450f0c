import type { Environment, Page } from "../api.ts";
import { count, plain } from "../format.ts";
import { may, ORGANISATION } from "../ui/may.tsx";
import { useReading } from "../ui/reading.ts";
import { NEW, projectAt } from "./addresses.ts";
import { Listed } from "./listed.tsx";

const FRESH_MS = 15_000;

/** Where the secrets of a project are. */
export function Environments({ project }: { project: string }) {
  const environments = useReading<Page<Environment>>(`/v1/projects/${project}/environments`, FRESH_MS);
  const items = environments.value?.items ?? [];
  return (
    <Listed title="Environments" reading={environments} add={addsTo(project) ? { href: `${projectAt(project)}/${NEW}`, words: "Add an environment" } : undefined}>
      {items.length === 0 ? (
        <p class="waiting">There is no environment yet: one says where secrets are in AWS.</p>
      ) : (
        <ul class="rows">
          {items.map((each) => (
            <li key={each.id}>
              <Row project={project} environment={each} />
            </li>
          ))}
        </ul>
      )}
      {!addsTo(project) && <p class="hint">Admins of the organisation add environments: each makes a prefix of secrets the project’s own.</p>}
    </Listed>
  );
}

/** A prefix becomes the project's own: both have a say in that. */
export function addsTo(project: string): boolean {
  return may("directory:write", project) && may("directory:write", ORGANISATION);
}

function Row({ project, environment: { id, name, secretPrefix, rotatedKeys } }: { project: string; environment: Environment }) {
  return (
    <a href={`${projectAt(project)}/${id}`}>
      <span class="called">
        <span class="title">{plain(name)}</span>
        <code>{plain(secretPrefix)}</code>
      </span>
      <small class="facts">
        <code>{id}</code>
        {rotatedKeys.length > 0 && <span>keys of {count(rotatedKeys.length, "path")} are rotated</span>}
      </small>
    </a>
  );
}
