import { useEffect, useState } from "preact/hooks";
import type { Channel, Environment, PolicyBody, WrittenPolicy } from "../api.ts";
import { edit as over, post } from "../client.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import type { Directory } from "../ui/directory.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { BypassField } from "./bypass.tsx";
import { policyDraft, type Seen } from "./draft.ts";
import { faultsOf } from "./faults.ts";
import type { Filling } from "./fields.tsx";
import { bodyOf, formOf, same } from "./form.ts";
import { Moved } from "./moved.tsx";
import { NameAndKind } from "./name.tsx";
import { Preview } from "./preview.tsx";
import { Requirements } from "./requirements.tsx";
import { Targets } from "./targets.tsx";
import { Telling, Times } from "./terms.tsx";
import { written } from "./written.ts";

interface Editing {
  project: string;
  /** The policy as it is now, refreshed while somebody writes; absent for a new one. */
  present: Seen | undefined;
  refresh: () => Promise<void>;
  directory: Directory;
  environments: Environment[];
  channels: Channel[];
}

/** Writes a policy. What is typed stays, whatever becomes of the sign-in, the page or the policy meanwhile. */
export function EditForm({ project, present, refresh, directory, environments, channels }: Editing) {
  const id = present?.policy.id;
  const home = `/projects/${project}/policies`;
  const draft = policyDraft(`${project}.policies.${id ?? "new"}`, environments[0]?.id ?? "", present);
  const { form, base } = draft;
  const command = useCommand<WrittenPolicy>(
    id === undefined ? `/v1${home}` : `/v1${home}/${id}`,
    id === undefined ? post : over(base?.tag ?? null),
  );
  const [sent, setSent] = useState<PolicyBody | undefined>(undefined);
  const body = bodyOf(form);
  const refused = command.problem?.body.code === "invalid-field" ? command.problem : undefined;
  const moved = base !== undefined && present !== undefined && base.policy.version !== present.policy.version;
  const filling: Filling = { form, edit: draft.edit, faults: faultsOf(refused, sent, body), directory, environments, channels };

  useEffect(() => {
    if (command.problem === undefined) return;
    const [at] = document.querySelectorAll<HTMLElement>(".overtaken, fieldset [aria-invalid], fieldset .wrong, .unsaved");
    at?.focus();
    at?.scrollIntoView({ block: "center" });
  }, [command.problem, moved]);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    setSent(body);
    const done = await command.run(body);
    if (done === undefined) return refresh();
    draft.drop();
    written.value = done;
    go(`${home}/${done.id}`);
    scrollTo(0, 0);
    announce(`“${plain(done.name)}” is saved.`);
  }

  return (
    <>
      {moved && (
        <Moved
          read={base.policy}
          now={present.policy}
          mine={same(body, bodyOf(formOf(present.policy)))}
          directory={directory}
          goOn={() => draft.goOnFrom(present)}
        />
      )}
      <form id="policy" class="policy" onSubmit={(event) => void submit(event)}>
        <NameAndKind {...filling} />
        <Targets {...filling} />
        <Requirements {...filling} />
        <Preview project={project} form={form} policy={id} directory={directory} environments={environments.map((each) => each.id)} />
        <BypassField {...filling} />
        <Times {...filling} />
        <Telling {...filling} />
      </form>
      {command.problem && !(moved && command.problem.body.status === 412) && (
        <div class="unsaved">
          <ProblemNotice problem={command.problem} />
        </div>
      )}
      <section class="bar" aria-label="Save">
        <p>
          <strong>{moved ? "Changed by somebody else" : command.problem ? "Not saved" : standing(present, draft.begun)}</strong>
          <small>Open requests keep what was bound to them.</small>
        </p>
        <div class="row">
          <a class="button plain" href={id === undefined ? home : `${home}/${id}`} onClick={draft.drop}>
            Discard
          </a>
          <button type="submit" form="policy" aria-busy={command.busy} aria-disabled={moved}>
            Save
          </button>
        </div>
      </section>
    </>
  );
}

function standing(present: Seen | undefined, begun: boolean): string {
  if (present === undefined) return "New policy";
  return begun ? `Changes to version ${present.policy.version}` : `Version ${present.policy.version}, unchanged`;
}
