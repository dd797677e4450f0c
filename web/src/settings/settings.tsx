import { useEffect } from "preact/hooks";
import { CollectedBar } from "../governance/collected-bar.tsx";
import { places as collectedPlaces } from "../governance/collected.ts";
import { Together } from "../governance/together-page.tsx";
import { OptedOut, OptOut } from "../requests/opt-out.tsx";
import { me, nameOf } from "../session/me.ts";
import { NEW, projectAt, projectOf, rolesOf } from "./addresses.ts";
import { Binding } from "./binding.tsx";
import { ChannelPage } from "./channel.tsx";
import { Channels } from "./channels.tsx";
import { EnvironmentPage } from "./environment.tsx";
import { GroupPage } from "./group.tsx";
import { Groups } from "./groups.tsx";
import { MachinePage } from "./machine.tsx";
import { Destinations } from "../destinations/list.tsx";
import { DestinationPage } from "../destinations/page.tsx";
import { Machines } from "./machines.tsx";
import { NewProject } from "./new-project.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { People } from "./people.tsx";
import { PersonPage } from "./person.tsx";
import { ProjectPage } from "./project.tsx";
import { Projects } from "./projects.tsx";
import { RolePage } from "./role.tsx";
import { Roles } from "./roles.tsx";
import { Alone } from "./alone.tsx";

const TABS = { people: "People", groups: "Groups", machines: "Machines", roles: "Roles", projects: "Projects", channels: "Channels", destinations: "Destinations" };
/** The part of the address of what is asked for together. */
const TOGETHER = "together";
type Tab = keyof typeof TABS;

/** The pages for those who say who is who, who may what, and which chats are told. */
export function Settings({ path }: { path: string }) {
  const [, , named = "people", place, thing, more] = path.split("/").map(decodeURIComponent);
  const tab = (Object.hasOwn(TABS, named) ? named : "people") as Tab;
  const part = named === TOGETHER ? togetherAt(place) : shownAt(tab, place, thing, more);
  useEffect(() => {
    document.title = `${TABS[tab]} · Settings · Countersign`;
  }, [tab]);
  if (part.page !== undefined) {
    return (
      <>
        <p class="trail">
          Settings / <a href={part.back}>{part.up ?? TABS[tab]}</a>
          {part.within !== undefined && (
            <>
              {" "}
              / <a href={projectAt(part.within)}>{nameOf(part.within)}</a>
            </>
          )}
        </p>
        <OptOut />
        {named !== TOGETHER && <CollectedBar />}
        {part.page}
      </>
    );
  }
  return (
    <>
      <h1 tabIndex={-1}>Settings</h1>
      <OptedOut />
      <Alone />
      <CollectedBar />
      <Tabs tab={tab} />
      {part.list}
    </>
  );
}

interface Part {
  /** Where the way up leads. */
  back: string;
  /** What is there; the list of the tab where it is absent. */
  up?: string;
  /** The project that it is a part of, where that is on the way up. */
  within?: string;
  page?: preact.ComponentChild;
  list?: preact.ComponentChild;
}

function shownAt(tab: Tab, place: string | undefined, thing: string | undefined, more: string | undefined): Part {
  const up = `/settings/${tab}`;
  switch (tab) {
    case "people":
      return place === undefined ? { back: up, list: <People /> } : { back: up, page: <PersonPage key={place} id={place} /> };
    case "groups":
      return place === undefined ? { back: up, list: <Groups /> } : { back: up, page: <GroupPage key={place} id={place} /> };
    case "machines":
      return place === undefined ? { back: up, list: <Machines /> } : { back: up, page: <MachinePage key={place} id={place} /> };
    case "roles": {
      const project = place === undefined ? (me.value?.projects[0]?.id ?? ORGANISATION) : projectOf(place);
      const back = rolesOf(project);
      if (thing === undefined) return { back, list: <Roles key={project} project={project} /> };
      if (thing === "given" && more !== undefined) return { back, page: <Binding key={more} project={project} id={more} /> };
      return { back, page: <RolePage key={thing} project={project} id={thing} /> };
    }
    case "projects": {
      if (place === undefined) return { back: up, list: <Projects /> };
      if (place === NEW) return { back: up, page: <NewProject /> };
      const project = projectOf(place);
      if (thing === undefined) return { back: up, page: <ProjectPage key={project} id={project} /> };
      return { back: up, within: project, page: <EnvironmentPage key={thing} project={project} id={thing} /> };
    }
    case "destinations": {
      const project = place ?? me.value?.projects[0]?.id ?? "";
      const back = `${up}/${project}`;
      if (thing === undefined) return { back, list: <Destinations key={project} project={project} /> };
      return { back, page: <DestinationPage key={thing} project={project} id={thing} /> };
    }
    case "channels": {
      const project = place ?? me.value?.projects[0]?.id ?? "";
      const back = `${up}/${project}`;
      if (thing === undefined) return { back, list: <Channels key={project} project={project} /> };
      return { back, page: <ChannelPage key={thing} project={project} id={thing} /> };
    }
  }
}

/** What was collected to be asked for together. */
function togetherAt(place: string | undefined): Part {
  const project = place === undefined ? (collectedPlaces()[0] ?? ORGANISATION) : projectOf(place);
  return { back: projectAt(project), up: nameOf(project), page: <Together key={project} project={project} /> };
}

function Tabs({ tab }: { tab: Tab }) {
  return (
    <nav class="tabs settings-tabs" aria-label="Settings">
      {Object.entries(TABS).map(([id, name]) => (
        <a key={id} href={`/settings/${id}`} aria-current={id === tab ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
