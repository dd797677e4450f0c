import type { Person } from "../api.ts";
import { plain } from "../format.ts";
import { formOf } from "../ui/form.ts";
import { Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { announce } from "../ui/announce.tsx";
import { useThing, type Thing } from "../ui/thing.ts";
import { NEW } from "./addresses.ts";
import { Deactivation } from "./deactivation.tsx";
import { Refused, Save, Untold } from "./editor.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { Memberships } from "./memberships.tsx";
import { NewPerson } from "./new-person.tsx";
import { Standing } from "./people.tsx";
import { MailOfPerson, NameOfPerson } from "./person-fields.tsx";
import { SignInOf } from "./sign-in-of.tsx";

/** One person, or the form for a new one. */
export function PersonPage({ id }: { id: string }) {
  return id === NEW ? <NewPerson /> : <KnownPerson id={id} />;
}

const PARTS: Parts<Person> = {
  Name: ({ name }) => name,
  "Mail address": ({ email = "" }) => email,
  Groups: ({ groups }) => groups.join(", "),
  State: ({ active }) => (active ? "active" : "deactivated"),
  "Sign-in": ({ bound }) => (bound ? "bound" : "not bound"),
};

function KnownPerson({ id }: { id: string }) {
  const person = useThing<Person>(`/v1/people/${id}`);
  const { value } = person;
  if (value === undefined) return <Untold what={id} thing={person} />;
  const writes = may("directory:write", ORGANISATION);
  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{plain(value.name)}</h1>
        <p class="facts">
          <code>{id}</code> <Standing person={value} />
        </p>
      </header>
      <Lacking to="change people" permission="directory:write" place={ORGANISATION} />
      <Meanwhile before={person.before} now={value} parts={PARTS} />
      <div class="parts">
        <div>
          {writes && <Details id={id} person={value} thing={person} />}
          {writes && <SignInOf person={value} thing={person} />}
        </div>
        <div>
          <Memberships person={value} onChange={person.read} />
          {writes && <Deactivation person={value} thing={person} />}
        </div>
      </div>
    </>
  );
}

function Details({ id, person, thing }: { id: string; person: Person; thing: Thing<Person> }) {
  const { name, email = "" } = person;
  const form = formOf(`settings.person.${id}`, { name, email });
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const saved = await thing.save(form.value);
    if (saved === undefined) return;
    form.drop();
    announce(`${plain(saved.name)} was saved.`);
  }
  return (
    <section class="card" aria-labelledby="details">
      <h2 id="details">Name and mail</h2>
      <form onSubmit={(event) => void submit(event)}>
        <NameOfPerson value={form.value.name} write={(next) => form.edit({ name: next })} problem={thing.problem} />
        <MailOfPerson value={form.value.email} write={(next) => form.edit({ email: next })} problem={thing.problem} />
        <Refused problem={thing.problem} />
        <Save busy={thing.busy} form={form} />
      </form>
    </section>
  );
}
