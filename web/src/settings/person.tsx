import type { Person } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { formOver } from "../ui/form.ts";
import { changesOf, Meanwhile } from "../ui/meanwhile.tsx";
import { announce } from "../ui/announce.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { NEW } from "./addresses.ts";
import { Deactivation } from "./deactivation.tsx";
import { Refused, Save, Untold } from "./editor.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { Memberships } from "./memberships.tsx";
import { NewPerson } from "./new-person.tsx";
import { Standing } from "./people.tsx";
import { MailOfPerson, NameOfPerson, PARTS } from "./person-fields.tsx";
import { SignInOf } from "./sign-in-of.tsx";

/** One person, or the form for a new one. */
export function PersonPage({ id }: { id: string }) {
  return id === NEW ? <NewPerson /> : <KnownPerson id={id} />;
}

function KnownPerson({ id }: { id: string }) {
  const thing = useThing<Person>(`/v1/people/${id}`);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  const { value } = seen;
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
      <div class="parts">
        <div>
          {writes && <Details id={id} seen={seen} thing={thing} />}
          {writes && <SignInOf seen={seen} thing={thing} />}
        </div>
        <div>
          <Memberships person={value} onChange={thing.present.refresh} />
          {writes && <Deactivation seen={seen} thing={thing} />}
        </div>
      </div>
    </>
  );
}

function Details({ id, seen, thing }: { id: string; seen: Seen<Person>; thing: Thing<Person> }) {
  const form = formOver(`settings.person.${id}`, seen, ({ name, email = "" }: Person) => ({ name, email }));
  const agreement = useAgreement(ORGANISATION, `settings.person.${id}`, form.drop);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    const saved = await thing.save(form.value, form.base, agreement);
    if (saved === undefined) return;
    form.drop();
    announce(`${plain(saved.name)} was saved.`);
  }
  return (
    <section class="card" aria-labelledby="details">
      <h2 id="details">Name and mail</h2>
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, seen.value)} />
      <form onSubmit={(event) => void submit(event)}>
        <NameOfPerson value={form.value.name} write={(next) => form.edit({ name: next })} problem={thing.problem} />
        <MailOfPerson value={form.value.email} write={(next) => form.edit({ email: next })} problem={thing.problem} />
        <Refused problem={thing.problem} moved={form.moved} />
        <Save busy={thing.busy} form={form} agreement={agreement} />
      </form>
    </section>
  );
}
