import type { Sends } from "../api.ts";
import type { Problem } from "../client.ts";
import { config } from "../session/config.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import type { Form } from "../ui/form.ts";
import { PeopleField } from "./people-field.tsx";
import { ShortName } from "./short-name.tsx";

export interface MachineForm {
  /** Chosen for a new one only. */
  id: string;
  name: string;
  owners: string[];
  active: boolean;
  issuer: string;
  client: string;
}

export function unmade(): MachineForm {
  return { id: "", name: "", owners: [], active: true, issuer: config.value?.issuer ?? "", client: "" };
}

export function bodyOf({ name, owners, active, issuer, client }: MachineForm): Sends<"putMachine"> {
  return { name, owners, active, ...(client !== "" && { subject: { issuer, subject: client } }) };
}

/** What a machine is: its name, its owners, and the client whose tokens are its own. */
export function MachineFields({ form, problem, id }: { form: Form<MachineForm>; problem: Problem | undefined; id?: string }) {
  const { name, owners, issuer, client } = form.value;
  return (
    <>
      <TextField
        label="Name"
        required
        maxLength={200}
        fault={faultOf(problem, "name")}
        value={name}
        write={(next) => form.edit({ name: next })}
      />
      {id !== undefined && (
        <ShortName problem={problem} field="machine" value={id} write={(next) => form.edit({ id: next })} />
      )}
      <PeopleField
        label="Owners"
        chosen={owners}
        choose={(next) => form.edit({ owners: next })}
        wrong={faultOf(problem, "owners")}
      />
      <p class="hint">None of its owners may approve what it writes; so nobody votes for their own machine.</p>
      <TextField
        label="Client id"
        hint="Whose tokens are this machine’s; it may follow later"
        maxLength={255}
        fault={faultOf(problem, "subject.subject") ?? faultOf(problem, "subject")}
        value={client}
        write={(next) => form.edit({ client: next })}
      />
      <TextField
        label="Issuer"
        hint="Of these tokens"
        maxLength={512}
        required={client !== ""}
        fault={faultOf(problem, "subject.issuer")}
        value={issuer}
        write={(next) => form.edit({ issuer: next })}
      />
    </>
  );
}
