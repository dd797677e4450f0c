import type { Binding, Page } from "../api.ts";
import { useReading } from "../ui/reading.ts";
import { NEW, rolesOf } from "./addresses.ts";
import { may } from "../ui/may.tsx";
import { BindingRows } from "./roles.tsx";

const FRESH_MS = 30_000;

/** Who has a role in its project. */
export function HeldBy({ project, role }: { project: string; role: string }) {
  const { value } = useReading<Page<Binding>>(`/v1/projects/${project}/bindings`, FRESH_MS);
  const writes = may("directory:write", project);
  const items = value?.items.filter((each) => each.role === role);
  if (items === undefined) return null;
  return (
    <section class="listed" aria-labelledby="held">
      <header>
        <h2 id="held">Who has it</h2>
        {writes && (
          <a class="button plain" href={`${rolesOf(project)}/given/${NEW}?role=${role}`}>
            Give it to somebody
          </a>
        )}
      </header>
      {items.length === 0 ? (
        <p class="hint">Nobody in this project alone.</p>
      ) : (
        <BindingRows project={project} bindings={items} writes={writes} />
      )}
    </section>
  );
}
