import type { Problem } from "../client.ts";
import { faultOf, TextField } from "../ui/field.tsx";

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
