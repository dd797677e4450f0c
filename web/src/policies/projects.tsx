import { useEffect } from "preact/hooks";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { me } from "../session/me.ts";

/** Whose policies: the only project is gone to at once. */
export function PolicyProjects() {
  const projects = me.value?.projects ?? [];
  const [first, ...others] = projects;
  const only = first !== undefined && others.length === 0 ? first.id : undefined;
  useEffect(() => {
    document.title = "Policies · Countersign";
    if (only !== undefined) go(`/projects/${only}/policies`, "replace");
  }, [only]);
  return (
    <>
      <h1 tabIndex={-1}>Policies</h1>
      {projects.length === 0 ? (
        <p class="waiting">You have no role in a project. An admin can give you one.</p>
      ) : (
        <ul class="rows">
          {projects.map(({ id, name, roles }) => (
            <li key={id}>
              <a href={`/projects/${id}/policies`}>
                <span class="title">{plain(name)}</span>
                <span class="facts">
                  <span>{id}</span>
                  <span>you are {roles.map(plain).join(", ")}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
