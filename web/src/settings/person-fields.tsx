import type { Person } from "../api.ts";
import type { Problem } from "../client.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import type { Parts } from "../ui/meanwhile.tsx";

/** What there is of a person to be changed meanwhile. */
export const PARTS: Parts<Person> = {
  Name: ({ name }) => name,
  "Mail address": ({ email = "" }) => email,
  Groups: ({ groups }) => groups.join(", "),
  State: ({ active }) => (active ? "active" : "deactivated"),
  "Sign-in": ({ bound }) => (bound ? "bound" : "not bound"),
};

interface Filling {
  value: string;
  write: (value: string) => void;
  problem: Problem | undefined;
}

export function NameOfPerson({ value, write, problem }: Filling) {
  return (
    <TextField
      label="Name"
      hint="As others see it beside votes"
      required
      maxLength={200}
      fault={faultOf(problem, "name")}
      value={value}
      write={write}
    />
  );
}

export function MailOfPerson({ value, write, problem }: Filling) {
  return (
    <TextField
      label="Mail address"
      hint="Where requests to approve arrive"
      type="email"
      required
      maxLength={254}
      fault={faultOf(problem, "email")}
      value={value}
      write={write}
    />
  );
}
