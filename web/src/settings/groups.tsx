import type { Group, Page } from "../api.ts";
import { count, plain } from "../format.ts";
import { useReading } from "../ui/reading.ts";
import { NEW } from "./addresses.ts";
import { Finder } from "./finder.tsx";
import { Listed } from "./listed.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";

const FRESH_MS = 15_000;
/** More names than these make a row no clearer. */
const NAMED = 6;

export function Groups() {
  const groups = useReading<Page<Group>>("/v1/groups", FRESH_MS);
  const writes = may("directory:write", ORGANISATION);
  return (
    <Listed title="Groups" reading={groups} add={writes ? { href: `/settings/groups/${NEW}`, words: "Make a group" } : undefined}>
      <Lacking to="make or change groups" permission="directory:write" place={ORGANISATION} />
      <Finder
        what="groups"
        items={groups.value?.items ?? []}
        text={({ id, name, members }) => [id, name, ...members.map((each) => each.name)].join(" ")}
        none="There is no group yet. Policies can name groups, so that who approves changes in one place."
        row={(group) => <Row group={group} />}
      />
    </Listed>
  );
}

function Row({ group: { id, name, members } }: { group: Group }) {
  const more = members.length - NAMED;
  return (
    <a href={`/settings/groups/${id}`}>
      <span class="called">
        <span class="title">{plain(name)}</span>
        <span>{count(members.length, "member")}</span>
      </span>
      <small class="facts">
        <code>{id}</code>
        <span>
          {members
            .slice(0, NAMED)
            .map((each) => plain(each.name))
            .join(", ")}
          {more > 0 && ` and ${more} more`}
        </span>
      </small>
    </a>
  );
}
