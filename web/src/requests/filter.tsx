import type { Status } from "../api.ts";
import { STATUSES } from "../format.ts";
import { address, go } from "../router.ts";
import { myId, places } from "../session/me.ts";
import { Options } from "../ui/options.tsx";
import { TextFilter } from "../ui/text-filter.tsx";
import { counts, short } from "./counts.ts";
import { Keeping, KeptLists } from "./kept-lists.tsx";
import { addressOf, ALL, viewOf, type View } from "./view.ts";

/** The lists that people come for, as links; what else narrows the list goes along. */
export function Tabs({ view }: { view: View }) {
  const base: View = { ...view, waiting: false, status: "", unreviewed: false, author: "", cursor: "" };
  const statuses = counts.value?.statuses;
  const mine = myId() ?? "";
  const tabs: { name: string; to: View; number: string }[] = [
    { name: "Waiting for me", to: { ...base, waiting: true }, number: short(counts.value?.waitingForMe) },
    { name: "Open", to: { ...base, status: "OPEN" }, number: short(statuses?.["OPEN"]) },
    { name: "Mine", to: { ...base, status: ALL, author: mine }, number: "" },
    { name: "Bypassed, not reviewed", to: { ...base, status: ALL, unreviewed: true }, number: "" },
    { name: "All", to: { ...base, status: ALL }, number: "" },
  ];
  const here = addressOf({ ...view, q: "", project: "", environment: "", cursor: "" });
  return (
    <nav class="tabs" aria-label="Lists of requests">
      {tabs.map(({ name, to, number }) => (
        <a
          key={name}
          href={addressOf(to)}
          aria-current={addressOf({ ...to, q: "", project: "", environment: "" }) === here ? "page" : undefined}
        >
          {name}
          {number !== "" && <span class="count">{number}</span>}
        </a>
      ))}
    </nav>
  );
}

/** What narrows a list. Every change is another address. */
export function Filter({ view }: { view: View }) {
  // Another field may have taken effect since this was drawn.
  const set = (change: Partial<View>) =>
    go(addressOf({ ...viewOf(address.value.searchParams), cursor: "", ...change }), "replace");
  const projects = places();
  const more = view.environment !== "" || view.author !== "";
  return (
    <search class="filter">
      <TextFilter label="Search" hint="Title, path or key" value={view.q} set={(q) => set({ q })} />
      <label>
        Project
        <select value={view.project} onChange={(event) => set({ project: event.currentTarget.value })}>
          <option value="">All of mine</option>
          <Options of={projects} />
          {view.project !== "" && !projects.some(({ id }) => id === view.project) && (
            <option value={view.project}>{view.project}</option>
          )}
        </select>
        {projects.length === 0 && <small>You have a role in none, and see what you are asked to approve.</small>}
      </label>
      <label>
        Status
        <select
          value={view.status}
          onChange={(event) => set({ status: event.currentTarget.value as View["status"], unreviewed: false })}
        >
          {view.waiting && <option value="">any</option>}
          {(Object.keys(STATUSES) as Status[]).map((each) => (
            <option key={each} value={each}>
              {STATUSES[each].word}
            </option>
          ))}
          <option value={ALL}>all</option>
        </select>
      </label>
      <details open={more}>
        <summary>More</summary>
        <div class="row">
          <TextFilter
            label="Environment"
            hint="Its short name"
            pattern="[a-z0-9\-]{2,40}"
            value={view.environment}
            set={(environment) => set({ environment })}
          />
          <TextFilter
            label="Author"
            hint="Name, or machine:name"
            pattern="(machine:)?[a-z0-9\-]{2,40}"
            value={view.author}
            set={(author) => set({ author })}
          />
        </div>
        <Keeping view={view} />
      </details>
      <KeptLists view={view} />
    </search>
  );
}
