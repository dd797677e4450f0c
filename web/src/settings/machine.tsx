import type { Machine } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { Badge } from "../ui/badge.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf, formOver, slug } from "../ui/form.ts";
import { changesOf, Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { NEW } from "./addresses.ts";
import { Refused, Save, Untold } from "./editor.tsx";
import { bodyOf, MachineFields, unmade, type MachineForm } from "./machine-fields.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { taken } from "./short-name.tsx";

/** One machine, or the form for a new one. */
export function MachinePage({ id }: { id: string }) {
  return id === NEW ? <NewMachine /> : <KnownMachine id={id} />;
}

const PARTS: Parts<Machine> = {
  Name: ({ name }) => name,
  Owners: ({ owners }) => owners.map(({ name }) => name).join(", "),
  State: ({ active }) => (active ? "active" : "deactivated"),
  Client: ({ subject }) => subject?.subject ?? "",
};

function KnownMachine({ id }: { id: string }) {
  const thing = useThing<Machine>(`/v1/machines/${id}`);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  return <Known id={id} thing={thing} seen={seen} />;
}

function Known({ id, thing, seen }: { id: string; thing: Thing<Machine>; seen: Seen<Machine> }) {
  const machine = seen.value;
  const form = formOver(`settings.machine.${id}`, seen, formFor);
  const agreement = useAgreement(ORGANISATION, `settings.machine.${id}`, form.drop);
  const writes = may("directory:write", ORGANISATION);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    const saved = await thing.save(bodyOf(form.value), form.base, agreement);
    if (saved === undefined) return;
    form.drop();
    announce(`${plain(saved.name)} was saved.`);
  }

  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{plain(machine.name)}</h1>
        <p class="facts">
          <code>{machine.actor}</code> {!machine.active && <Badge tone="bad">deactivated</Badge>}
          {!writes && <span>owned by {machine.owners.map((each) => plain(each.name)).join(", ")}</span>}
        </p>
      </header>
      <Lacking to="change machines" permission="directory:write" place={ORGANISATION} />
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, machine)} />
      {writes && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <MachineFields form={form} problem={thing.problem} />
          <label class="tick">
            <input
              type="checkbox"
              checked={form.value.active}
              onChange={(event) => form.edit({ active: event.currentTarget.checked })}
            />
            It may act. Without this its token does nothing, and what it wrote is not merged.
          </label>
          <Refused problem={thing.problem} moved={form.moved} />
          <Save busy={thing.busy} form={form} agreement={agreement} />
        </form>
      )}
    </>
  );
}

function formFor({ name, owners, active, subject }: Machine): MachineForm {
  return {
    id: "",
    name,
    owners: owners.map((each) => each.id),
    active,
    issuer: subject?.issuer ?? "",
    client: subject?.subject ?? "",
  };
}

function NewMachine() {
  const form = formOf("settings.machine.+", unmade());
  const id = form.value.id || slug(form.value.name);
  const agreement = useAgreement(ORGANISATION, "settings.machine.+", form.drop);
  const { busy, problem, run } = useCommand<Machine>(`/v1/machines/${id}`, agreement.edit(null));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await run(bodyOf(form.value))) === undefined) return;
    form.drop();
    go(`/settings/machines/${id}`);
    announce(`${plain(form.value.name)} was added. Give it a role in a project next.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Add a machine</h1>
      <Lacking to="add machines" permission="directory:write" place={ORGANISATION} />
      {may("directory:write", ORGANISATION) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <p class="hint">
            First name its client in the deployment’s parameter <code>MachineClientIds</code>; then add it here, and give it a
            role in a project. It proposes; it never votes.
          </p>
          <MachineFields form={form} problem={problem} id={id} />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Add it" />
        </form>
      )}
    </>
  );
}
