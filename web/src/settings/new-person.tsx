import type { Person } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { address, go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf, slug } from "../ui/form.ts";
import { Refused, Save } from "./editor.tsx";
import { Claim, useJoins } from "./joins.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { MailOfPerson, NameOfPerson } from "./person-fields.tsx";
import { ShortName, taken } from "./short-name.tsx";

/** Adds a person; from the list of those who ask, with the subject that they sign in with. */
export function NewPerson() {
  const asked = address.value.searchParams.get("subject") ?? "";
  const joins = useJoins();
  const join = joins.value?.items.find(({ subject }) => subject.subject === asked);
  const form = formOf(`settings.person.+${asked}`, { id: "", name: join?.name ?? "", email: "" });
  const { name, email } = form.value;
  const id = form.value.id || slug(name);
  const agreement = useAgreement(ORGANISATION, `settings.person.+${asked}`, form.drop);
  const command = useCommand<Person>(`/v1/people/${id}`, agreement.edit(null));
  if (!may("directory:write", ORGANISATION)) {
    return (
      <>
        <h1 tabIndex={-1}>Add a person</h1>
        <Lacking to="add people" permission="directory:write" place={ORGANISATION} />
      </>
    );
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const body = { name, email, ...(join && { subject: join.subject }) };
    if ((await command.run(body)) === undefined) return;
    form.drop();
    go(`/settings/people/${id}`);
    announce(join ? `${plain(name)} is let in.` : `${plain(name)} was added, and cannot sign in yet.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Add a person</h1>
      <form class="card narrow" onSubmit={(event) => void submit(event)}>
        {join ? (
          <div class="notice wait">
            <p>Whoever signs in with this subject will act as this person:</p>
            <Claim join={join} />
          </div>
        ) : asked !== "" && joins.value !== undefined ? (
          <p class="hint">Nobody with that subject asks to join any more. Add them, and bind them once they ask again.</p>
        ) : (
          <p class="hint">
            They can be named in policies and groups at once. To sign in they ask to join, and you bind them on their page.
          </p>
        )}
        <NameOfPerson value={name} write={(next) => form.edit({ name: next })} problem={command.problem} />
        <ShortName problem={command.problem} field="person" value={id} write={(next) => form.edit({ id: next })} />
        <MailOfPerson value={email} write={(next) => form.edit({ email: next })} problem={command.problem} />
        {join?.email && email === "" && (
          <button type="button" class="link" onClick={() => form.edit({ email: join.email ?? "" })}>
            Use {plain(join.email)}, which I have checked
          </button>
        )}
        {!taken(command.problem) && <Refused problem={command.problem} />}
        <Save busy={command.busy} form={form} agreement={agreement} words={join ? "Let them in" : "Add them"} />
      </form>
    </>
  );
}
