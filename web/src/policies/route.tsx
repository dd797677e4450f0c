import { CollectedBar } from "../governance/collected-bar.tsx";
import { projectOf } from "../settings/addresses.ts";
import { ADDRESS } from "./address.ts";
import { PolicyList } from "./list.tsx";
import { PolicyPage } from "./page.tsx";
import { PolicyProjects } from "./projects.tsx";
import { WritingPage } from "./writing.tsx";

const NEW = "new";

/** The page of policies at that address. */
export function PolicyRoute({ path }: { path: string }) {
  return (
    <>
      <CollectedBar />
      <At path={path} />
    </>
  );
}

function At({ path }: { path: string }) {
  const [, part, id, edit] = ADDRESS.exec(path) ?? [];
  if (part === undefined) return <PolicyProjects />;
  const project = projectOf(part);
  if (id === undefined) return <PolicyList key={project} project={project} />;
  if (id === NEW) return <WritingPage key={project} project={project} id={undefined} />;
  return edit === undefined ? (
    <PolicyPage key={project + id} project={project} id={id} />
  ) : (
    <WritingPage key={project + id} project={project} id={id} />
  );
}
