import { go } from "../router.ts";
import { me } from "../session/me.ts";
import { partOf } from "./addresses.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { Options } from "../ui/options.tsx";

/** Of which project the list is. The organisation is offered where its bindings can be read. */
export function ProjectChoice({ of, project, organisation }: { of: string; project: string; organisation: boolean }) {
  const projects = me.value?.projects ?? [];
  return (
    <div class="filter">
      <label>
        Project
        <select value={project} onChange={(event) => go(`/settings/${of}/${partOf(event.currentTarget.value)}`)}>
          <Options of={projects} />
          {organisation && <option value={ORGANISATION}>The whole organisation</option>}
          {project !== ORGANISATION && !projects.some(({ id }) => id === project) && (
            <option value={project}>{project}</option>
          )}
        </select>
      </label>
    </div>
  );
}
