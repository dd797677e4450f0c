import { PolicyList } from "./list.tsx";
import { PolicyPage } from "./page.tsx";
import { PolicyProjects } from "./projects.tsx";
import { WritingPage } from "./writing.tsx";

const ADDRESS = /^\/policies$|^\/projects\/([a-z0-9-]+)\/policies(?:\/([a-z0-9-]+)(\/edit)?)?$/;
const NEW = "new";

/** Whether an address is one of the pages of policies. */
export function ofPolicies(path: string): boolean {
  return ADDRESS.test(path);
}

/** The page of policies at that address. */
export function PolicyRoute({ path }: { path: string }) {
  const [, project, id, edit] = ADDRESS.exec(path) ?? [];
  if (project === undefined) return <PolicyProjects />;
  if (id === undefined) return <PolicyList key={project} project={project} />;
  if (id === NEW) return <WritingPage key={project} project={project} id={undefined} />;
  return edit === undefined ? (
    <PolicyPage key={project + id} project={project} id={id} />
  ) : (
    <WritingPage key={project + id} project={project} id={id} />
  );
}
