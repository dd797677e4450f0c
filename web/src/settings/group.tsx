import type { Group } from "../api.ts";
import { count, plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import { formOf, formOver, slug } from "../ui/form.ts";
import { changesOf, Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { NEW } from "./addresses.ts";
import { Refused, Save, Untold } from "./editor.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { PeopleField } from "./people-field.tsx";
import { ShortName, taken } from "./short-name.tsx";

/** One group, or the form for a new one. */
export function GroupPage({ id }: { id: string }) {
  return id === NEW ? <NewGroup /> : <KnownGroup id={id} />;
}

const PARTS: Parts<Group> = {
  Name: ({ name }) => name,
  Members: ({ members }) => members.map(({ name }) => name).join(", "),
};

function KnownGroup({ id }: { id: string }) {
  const thing = useThing<Group>(`/v1/groups/${id}`);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  return <Known id={id} thing={thing} seen={seen} />;
}

function Known({ id, thing, seen }: { id: string; thing: Thing<Group>; seen: Seen<Group> }) {
  const group = seen.value;
  const form = formOver(`settings.group.${id}`, seen, ({ name, members }: Group) => ({ name, members: members.map((each) => each.id) }));
  const agreement = useAgreement(ORGANISATION, `settings.group.${id}`, form.drop);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    const saved = await thing.save(form.value, form.base, agreement);
    if (saved === undefined) return;
    form.drop();
    announce(`${plain(saved.name)} has ${count(saved.members.length, "member")}.`);
  }

  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{plain(group.name)}</h1>
        <p class="facts">
          <code>{id}</code> {count(group.members.length, "member")}
        </p>
      </header>
      <Lacking to="change groups" permission="directory:write" place={ORGANISATION} />
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, group)} />
      {may("directory:write", ORGANISATION) ? (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <TextField
            label="Name"
            required
            maxLength={200}
            fault={faultOf(thing.problem, "name")}
            value={form.value.name}
            write={(name) => form.edit({ name })}
          />
          <PeopleField
            label="Members"
            chosen={form.value.members}
            choose={(members) => form.edit({ members })}
            wrong={faultOf(thing.problem, "members")}
          />
          <p class="hint">
            Once it holds, who joins counts on a request from its next revision on, and who leaves counts nowhere any more.
          </p>
          <Refused problem={thing.problem} moved={form.moved} />
          <Save busy={thing.busy} form={form} agreement={agreement} />
        </form>
      ) : (
        <ul class="people card narrow">
          {group.members.map((each) => (
            <li key={each.id}>
              <a class="name" href={`/settings/people/${each.id}`}>
                {plain(each.name)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function NewGroup() {
  const form = formOf("settings.group.+", { id: "", name: "", members: [] as string[] });
  const { name, members } = form.value;
  const id = form.value.id || slug(name);
  const agreement = useAgreement(ORGANISATION, "settings.group.+", form.drop);
  const { busy, problem, run } = useCommand<Group>(`/v1/groups/${id}`, agreement.edit(null));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await run({ name, members })) === undefined) return;
    form.drop();
    go(`/settings/groups/${id}`);
    announce(`${plain(name)} was made.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Make a group</h1>
      <Lacking to="make groups" permission="directory:write" place={ORGANISATION} />
      {may("directory:write", ORGANISATION) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <TextField
            label="Name"
            hint="As policies and mails call it"
            required
            maxLength={200}
            fault={faultOf(problem, "name")}
            value={name}
            write={(next) => form.edit({ name: next })}
          />
          <ShortName problem={problem} field="group" value={id} write={(next) => form.edit({ id: next })} />
          <PeopleField
            label="Members"
            chosen={members}
            choose={(next) => form.edit({ members: next })}
            wrong={faultOf(problem, "members")}
          />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Make it" />
        </form>
      )}
    </>
  );
}
