import { plain } from "../format.ts";
import { governanceOf, me, places } from "../session/me.ts";
import { Badge } from "../ui/badge.tsx";
import { may, ORGANISATION } from "../ui/may.tsx";
import { NEW, projectAt } from "./addresses.ts";

/** The projects of whoever looks and, for its admins, the organisation: whose settings. */
export function Projects() {
  const all = places();
  if (me.value === undefined) return null;
  return (
    <section class="listed" aria-label="Projects">
      <header>
        <h2>Projects</h2>
        {may("directory:write", ORGANISATION) && (
          <a class="button" href={projectAt(NEW)}>
            Make a project
          </a>
        )}
      </header>
      {all.length === 0 ? (
        <p class="waiting">You have no role in a project. An admin can give you one.</p>
      ) : (
        <ul class="rows">
          {all.map(({ id, name, roles }) => (
            <li key={id}>
              <a href={projectAt(id)}>
                <span class="called">
                  <span class="title">{plain(name)}</span>
                  {governanceOf(id) === "OPT_OUT" && <Badge tone="wait">rules change without agreement</Badge>}
                </span>
                <small class="facts">
                  {id === ORGANISATION ? <span>what holds in all projects</span> : <code>{id}</code>}
                  <span>you are {roles.map(plain).join(", ")}</span>
                </small>
              </a>
            </li>
          ))}
        </ul>
      )}
      {!may("directory:write", ORGANISATION) && <p class="hint">Admins of the organisation make projects.</p>}
    </section>
  );
}
