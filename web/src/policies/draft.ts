// A policy that is being written: kept through reloads and sign-ins, together with the version it is written over.
import type { WrittenPolicy } from "../api.ts";
import { draft } from "../session/draft.ts";
import { blank, formOf, rebased, type Form } from "./form.ts";

/** A version as somebody saw it. */
export interface Seen {
  policy: WrittenPolicy;
  tag: string | null;
}

interface Kept {
  form: Form;
  /** Absent for a new policy. */
  base?: Seen | undefined;
}

export interface Drafted extends Kept {
  /** Whether anything was typed. */
  begun: boolean;
  edit(change: Partial<Form>): void;
  /** Goes on from another version, on top of which stays what was typed. */
  goOnFrom(seen: Seen): void;
  drop(): void;
}

/** `present` is the policy as it is now, absent for a new one in that environment. */
export function policyDraft(place: string, environment: string, present: Seen | undefined): Drafted {
  const held = draft(place);
  const fresh: Kept = { form: present ? formOf(present.policy) : blank(environment), base: present };
  const kept = () => (held.text === "" ? fresh : (JSON.parse(held.text) as Kept));
  const write = (next: Kept) => held.write(JSON.stringify(next));
  return {
    ...kept(),
    begun: held.text !== "",
    edit: (change) => {
      const { form, base } = kept();
      write({ form: { ...form, ...change }, base });
    },
    goOnFrom: (seen) => {
      const { form, base } = kept();
      write({ form: rebased(form, base ? formOf(base.policy) : fresh.form, formOf(seen.policy)), base: seen });
    },
    drop: held.drop,
  };
}
