import { useEffect } from "preact/hooks";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { places } from "../session/me.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { homeOf } from "./home.ts";

/** Whose policies: the only project is gone to at once. */
export function PolicyProjects() {
  const projects = places();
  const [first, ...others] = projects;
  const only = first !== undefined && others.length === 0 ? first.id : undefined;
  useEffect(() => {
    document.title = "Policies · Countersign";
    if (only !== undefined) go(homeOf(only), "replace");
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
              <a href={homeOf(id)}>
                <span class="title">{plain(name)}</span>
                <span class="facts">
                  <span>{id === ORGANISATION ? "what holds in all projects" : id}</span>
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
