import type { Governance, Project } from "../api.ts";
import type { Problem } from "../client.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import type { Parts } from "../ui/meanwhile.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { Wrong } from "../ui/wrong.tsx";

export const WORDS: Record<Governance, string> = {
  POLICY: "Others have to agree",
  OPT_OUT: "Nobody has to agree",
};

export const PARTS: Parts<Project> = {
  Name: ({ name }) => name,
  "Changes of rules": ({ governance }) => WORDS[governance],
};

interface Naming {
  value: string;
  write: (value: string) => void;
  problem: Problem | undefined;
}

export function NameOfProject({ value, write, problem }: Naming) {
  return (
    <TextField
      label="Name"
      hint="As pages and mails call it"
      required
      maxLength={200}
      fault={faultOf(problem, "name")}
      value={value}
      write={write}
    />
  );
}

interface Choosing {
  project: string;
  value: Governance;
  /** As it is now; absent for a new project. */
  present?: Governance;
  choose: (value: Governance) => void;
  problem: Problem | undefined;
}

/** Whether one person alone may change who has to agree. */
export function GovernanceField({ project, value, present, choose, problem }: Choosing) {
  return (
    <fieldset class="permits">
      <legend>Changes of rules</legend>
      {(["POLICY", "OPT_OUT"] as const).map((each) => (
        <label key={each} class="tick">
          <input type="radio" name="governance" value={each} checked={each === value} onChange={() => choose(each)} />
          <span>
            {WORDS[each]}
            <small>{each === "POLICY" ? governed(project) : FREE}</small>
          </span>
        </label>
      ))}
      <Wrong text={faultOf(problem, "governance")} />
      {value === "OPT_OUT" && present !== "OPT_OUT" && (
        <p class="notice wait">
          One person alone could then lower what protects secrets, and approve with a second account of theirs.
          {present === "POLICY" && " To opt out needs the agreement of the others, too."}
        </p>
      )}
      {value === "POLICY" && present === "OPT_OUT" && (
        <p class="hint">It holds at once. To opt out again others have to agree.</p>
      )}
    </fieldset>
  );
}

const FREE = "Whoever may change rules changes them alone and at once, and every page says so.";

function governed(project: string): string {
  const what =
    project === ORGANISATION
      ? "People, groups, machines, roles that hold everywhere, new projects and new environments"
      : "Policies, roles and who has them, environments, destinations and channels";
  return `${what} change once those have agreed whom a governance policy names, or one other admin where none is written.`;
}
