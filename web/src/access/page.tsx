import { useEffect } from "preact/hooks";
import { OptOut } from "../requests/opt-out.tsx";
import { address, go } from "../router.ts";
import { me } from "../session/me.ts";
import { Options } from "../ui/options.tsx";
import { askAddress } from "./address.ts";
import { Grants } from "./grants.tsx";
import { addressOf, viewOf, type View } from "./view.ts";

const WHOSE: Record<View["whose"], string> = { mine: "Mine", all: "Everybody’s" };

/** Access that was given for a time, one's own first, and the way to more. */
export function AccessPage() {
  const view = viewOf(address.value.searchParams);
  const projects = me.value?.projects ?? [];
  useEffect(() => {
    document.title = "Access · Countersign";
  }, []);
  return (
    <>
      <header class="head">
        <h1 tabIndex={-1}>Access</h1>
        {projects.length > 0 && (
          <a class="button" href={askAddress(view.project === "" ? {} : { project: view.project })}>
            Ask for access
          </a>
        )}
      </header>
      <OptOut />
      <nav class="tabs" aria-label="Whose access">
        {(Object.keys(WHOSE) as View["whose"][]).map((whose) => (
          <a
            key={whose}
            href={addressOf({ ...view, whose, cursor: "" })}
            aria-current={whose === view.whose ? "page" : undefined}
          >
            {WHOSE[whose]}
          </a>
        ))}
      </nav>
      {(projects.length > 1 || view.project !== "") && <ProjectFilter view={view} />}
      <Grants view={view} />
    </>
  );
}

function ProjectFilter({ view }: { view: View }) {
  const projects = me.value?.projects ?? [];
  const known = view.project === "" || projects.some(({ id }) => id === view.project);
  return (
    <search class="filter">
      <label>
        Project
        <select
          value={view.project}
          onChange={(event) => go(addressOf({ ...view, project: event.currentTarget.value, cursor: "" }), "replace")}
        >
          <option value="">All of mine</option>
          <Options of={known ? projects : [...projects, { id: view.project }]} />
        </select>
      </label>
    </search>
  );
}
