import { useState } from "preact/hooks";
import type { Effective, Page, Target, WrittenPolicy } from "../api.ts";
import { isPath } from "../documents/path.ts";
import type { Directory } from "../ui/directory.ts";
import { Names } from "../ui/options.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { bodyOf, type Form } from "./form.ts";
import { example } from "./glob.ts";
import { Prospect, Today } from "./prospect.tsx";
import { useSettled } from "./settled.ts";

const FRESH_MS = 30_000;

interface Previewing {
  project: string;
  form: Form;
  /** Id of the policy that is edited; absent for a new one. */
  policy: string | undefined;
  directory: Directory;
  environments: string[];
}

/** For one path: who could approve there once the form is saved, and what governs it today. */
export function Preview({ project, form, policy, directory, environments }: Previewing) {
  const [typed, setTyped] = useState<Partial<Target>>({});
  const [first] = form.targets;
  const environment = typed.environment ?? first?.environment ?? "";
  const path = typed.path ?? example(first?.path.trim() || "/**");
  const settled = useSettled(path);
  const valid = isPath(path);
  return (
    <section class="card preview" aria-labelledby="preview">
      <h2 id="preview">Who can approve</h2>
      <div class="row fields">
        <label>
          In environment
          <select
            value={environment}
            onChange={(event) => setTyped({ ...typed, environment: event.currentTarget.value })}
          >
            <Names of={environments} />
          </select>
        </label>
        <label>
          For this path
          <input
            type="text"
            class="code"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={valid ? undefined : true}
            aria-describedby="preview-path"
            value={path}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            onInput={(event) => setTyped({ ...typed, path: event.currentTarget.value })}
          />
        </label>
      </div>
      <small id="preview-path" class={valid ? undefined : "wrong"}>
        {valid ? "Any path: it need not exist." : "A path such as /payments/db, without * and without / at its end."}
      </small>
      {valid && (
        <Outcome
          project={project}
          form={form}
          policy={policy}
          directory={directory}
          place={{ environment, path: isPath(settled) ? settled : path }}
        />
      )}
    </section>
  );
}

function Outcome({ project, form, policy, directory, place }: Omit<Previewing, "environments"> & { place: Target }) {
  const base = `/v1/projects/${project}/policies`;
  // What the API says of a place is about changes there.
  const secrets = form.kind === "SECRETS";
  const policies = useReading<Page<WrittenPolicy>>(base, FRESH_MS);
  const today = useReading<Effective>(secrets ? `${base}/effective?${new URLSearchParams({ ...place })}` : undefined, FRESH_MS);
  const others = policies.value?.items.filter(({ id, kind }) => id !== policy && kind === form.kind);
  const problem = policies.problem ?? today.problem;
  if (problem) return <ProblemNotice problem={problem} retry={() => void policies.refresh().then(today.refresh)} />;
  return (
    <>
      {others ? (
        <Prospect body={bodyOf(form)} others={others} directory={directory} place={place} />
      ) : (
        <p class="waiting" aria-busy="true">
          Looking
        </p>
      )}
      {today.value && <Today effective={today.value} policy={policy} />}
    </>
  );
}
