import type { Group, Page, Person } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { useReading } from "../ui/reading.ts";
import { NEW } from "./addresses.ts";
import { Finder } from "./finder.tsx";
import { Joins } from "./joins.tsx";
import { Listed } from "./listed.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";

const FRESH_MS = 15_000;

/** Everybody, those who ask to be let in first. */
export function People() {
  const people = useReading<Page<Person>>("/v1/people", FRESH_MS);
  const groups = useReading<Page<Group>>("/v1/groups", FRESH_MS);
  const names = new Map(groups.value?.items.map(({ id, name }) => [id, name]));
  const writes = may("directory:write", ORGANISATION);
  return (
    <>
      {writes && <Joins people={people.value?.items ?? []} />}
      <Listed
        title="People"
        reading={people}
        add={writes ? { href: `/settings/people/${NEW}`, words: "Add a person" } : undefined}
      >
        <Lacking to="add or change people" permission="directory:write" place={ORGANISATION} />
        <Finder
          what="people"
          items={[...(people.value?.items ?? [])].sort(inTurn)}
          text={({ id, name, email = "", groups }) => [id, name, email, ...groups.map((each) => names.get(each))].join(" ")}
          none="There is nobody yet."
          row={(person) => <Row person={person} names={names} />}
        />
      </Listed>
    </>
  );
}

/** By name; who has left stands at the end. */
function inTurn(one: Person, other: Person): number {
  return Number(other.active) - Number(one.active) || one.name.localeCompare(other.name);
}

function Row({ person, names }: { person: Person; names: Map<string, string> }) {
  const { id, name, email, groups } = person;
  return (
    <a href={`/settings/people/${id}`}>
      <span class="called">
        <span class="title">{plain(name)}</span>
        <Standing person={person} />
      </span>
      <small class="facts">
        <code>{id}</code>
        {email && <span>{plain(email)}</span>}
        {groups.length > 0 && <span>in {groups.map((each) => plain(names.get(each) ?? each)).join(", ")}</span>}
      </small>
    </a>
  );
}

/** What keeps somebody from taking part; nothing for those who can. */
export function Standing({ person: { active, bound } }: { person: Person }) {
  if (!active) return <Badge tone="bad">deactivated</Badge>;
  return bound === false ? <Badge tone="wait">cannot sign in yet</Badge> : null;
}
