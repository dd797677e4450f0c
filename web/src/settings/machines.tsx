import type { Machine, Page } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { useReading } from "../ui/reading.ts";
import { NEW } from "./addresses.ts";
import { Finder } from "./finder.tsx";
import { Listed } from "./listed.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";

const FRESH_MS = 15_000;

export function Machines() {
  const machines = useReading<Page<Machine>>("/v1/machines", FRESH_MS);
  const writes = may("directory:write", ORGANISATION);
  return (
    <Listed
      title="Machines"
      reading={machines}
      add={writes ? { href: `/settings/machines/${NEW}`, words: "Add a machine" } : undefined}
    >
      <Lacking to="add or change machines" permission="directory:write" place={ORGANISATION} />
      <Finder
        what="machines"
        items={machines.value?.items ?? []}
        text={({ id, name, owners }) => [id, name, ...owners.map((each) => each.name)].join(" ")}
        none="There is no machine. One proposes changes with its own client's token; it never votes."
        row={(machine) => <Row machine={machine} />}
      />
    </Listed>
  );
}

function Row({ machine: { id, name, active, owners } }: { machine: Machine }) {
  return (
    <a href={`/settings/machines/${id}`}>
      <span class="called">
        <span class="title">{plain(name)}</span>
        {!active && <Badge tone="bad">deactivated</Badge>}
      </span>
      <small class="facts">
        <code>{id}</code>
        <span>owned by {owners.map((each) => plain(each.name)).join(", ")}</span>
      </small>
    </a>
  );
}
