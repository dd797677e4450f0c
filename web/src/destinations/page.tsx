import { useState } from "preact/hooks";
import type { Destination, DestinationSyncs } from "../api.ts";
import { useAgreement } from "../governance/agreement.ts";
import { count, plain } from "../format.ts";
import { NEW } from "../settings/addresses.ts";
import { Refused, Save, Untold } from "../settings/editor.tsx";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOver } from "../ui/form.ts";
import { Lacking, may } from "../ui/may.tsx";
import { changesOf, Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { Time } from "../ui/time.tsx";
import { Synced } from "../requests/synced.tsx";
import { DestinationFields } from "./fields.tsx";
import { bodyOf, formOfDestination, KINDS } from "./form.ts";
import { NewDestination } from "./new.tsx";

interface Placed {
  project: string;
  id: string;
}

/** One destination, or the form for a new one. */
export function DestinationPage({ project, id }: Placed) {
  return id === NEW ? <NewDestination project={project} /> : <Known project={project} id={id} />;
}

const PARTS: Parts<Destination> = {
  Paths: ({ path }) => path,
  Address: ({ url, server }) => url ?? server ?? "",
  Credential: ({ credentials }) => (credentials ?? []).map(({ lastFour }) => `…${lastFour}`).join(", "),
};
/** Somebody waits for a test, or for a sync. */
const SOON_MS = 2_000;

function Known({ project, id }: Placed) {
  const thing = useThing<Destination>(`/v1/projects/${project}/destinations/${id}`, SOON_MS);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  const writes = may("destinations:write", project);
  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{id}</h1>
        <p class="facts">{KINDS[seen.value.type]}</p>
      </header>
      <Lacking to="change, test or sync destinations" permission="destinations:write" place={project} />
      <div class="parts">
        {writes && <Edit project={project} seen={seen} thing={thing} />}
        <State project={project} id={id} writes={writes} />
      </div>
    </>
  );
}

interface Editing {
  project: string;
  seen: Seen<Destination>;
  thing: Thing<Destination>;
}

function Edit({ project, seen, thing }: Editing) {
  const place = `settings.destination.${project}.${seen.value.id}`;
  const form = formOver(place, seen, formOfDestination);
  const agreement = useAgreement(project, place, form.drop);
  const [secret, setSecret] = useState("");

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    if ((await thing.save(bodyOf(form.value, secret), form.base, agreement)) === undefined) return;
    form.drop();
    setSecret("");
    announce(`The destination ${seen.value.id} was saved. Test it to see whether it can be reached.`);
  }

  return (
    <section class="card" aria-labelledby="place">
      <h2 id="place">Where it is</h2>
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, seen.value)} />
      <form onSubmit={(event) => void submit(event)}>
        <DestinationFields
          project={project}
          form={form}
          secret={secret}
          writeSecret={setSecret}
          present={seen.value}
          problem={thing.problem}
        />
        <Refused problem={thing.problem} moved={form.moved} />
        <Save busy={thing.busy} form={form} agreement={agreement} sealed />
      </form>
    </section>
  );
}

function State({ project, id, writes }: Placed & { writes: boolean }) {
  const path = `/v1/projects/${project}/destinations/${id}`;
  const reading = useReading<DestinationSyncs>(`${path}/syncs`, SOON_MS);
  const test = useCommand<Destination>(`${path}/test`);
  const sync = useCommand<Destination>(`${path}/sync`);
  const { value } = reading;

  async function ask() {
    if ((await test.run({})) === undefined) return;
    announce("It is being tested.");
    await reading.refresh();
  }
  async function again() {
    if ((await sync.run({})) === undefined) return;
    announce("Everything is brought there now.");
    await reading.refresh();
  }

  const problem = reading.problem ?? test.problem ?? sync.problem;
  return (
    <section class="card" aria-labelledby="state">
      <h2 id="state">How it is</h2>
      <div role="status">{value?.check && <Checked check={value.check} />}</div>
      {problem && <ProblemNotice problem={problem} />}
      {value && <Documents items={value.items} />}
      {writes && (
        <div class="row">
          <button type="button" class="plain" aria-busy={test.busy || value?.check?.status === "QUEUED"} onClick={() => void ask()}>
            Test
          </button>
          <button type="button" aria-busy={sync.busy} onClick={() => void again()}>
            Sync now
          </button>
        </div>
      )}
    </section>
  );
}

function Checked({ check: { by, at, status, reason } }: { check: NonNullable<DestinationSyncs["check"]> }) {
  return (
    <p>
      {plain(by)} had it tested <Time at={at} />.{" "}
      {status === "QUEUED" && "It is under way."}
      {status === "PASSED" && <strong>It can be reached.</strong>}
      {status === "FAILED" && (
        <>
          <strong>It cannot be reached.</strong> {reason && plain(reason)}
        </>
      )}
    </p>
  );
}

function Documents({ items }: Pick<DestinationSyncs, "items">) {
  if (items.length === 0) return <p class="hint">Nothing was brought there yet. “Sync now” brings what there is.</p>;
  const missing = items.filter(({ status }) => status !== "SYNCED").length;
  return (
    <>
      <p>{missing === 0 ? `${count(items.length, "document")}, all synced.` : `${missing} of ${count(items.length, "document")} are not there as they should be.`}</p>
      <ul class="people">
        {items.map((sync) => (
          <Synced key={sync.environment + sync.path} sync={sync} name={<code class="name">{plain(sync.path)}</code>} />
        ))}
      </ul>
    </>
  );
}
