import type { Problem } from "../client.ts";
import { faultOf, TextField } from "../ui/field.tsx";

interface ShortNaming {
  problem: Problem | undefined;
  /** What the API calls it. */
  field: string;
  value: string;
  write: (value: string) => void;
}

/** By which something is named in addresses and by the API. */
export function ShortName({ problem, field, value, write }: ShortNaming) {
  return (
    <TextField
      label="Short name"
      hint="Small letters, digits and hyphens; fixed once it is set"
      required
      pattern="[a-z0-9\-]{2,40}"
      title="2 to 40 small letters, digits and hyphens"
      fault={taken(problem) ? "It is taken: choose another." : faultOf(problem, field)}
      value={value}
      write={write}
    />
  );
}

/** Whether there is something of that short name already. */
export function taken(problem: Problem | undefined): boolean {
  return problem?.body.code === "if-match-required";
}
