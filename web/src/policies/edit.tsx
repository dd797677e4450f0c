import { useEffect, useState } from "preact/hooks";
import type { Channel, Environment, PolicyBody, WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { Asking } from "../governance/asking.tsx";
import { Collect } from "../governance/collect.tsx";
import { go } from "../router.ts";
import { draft } from "../session/draft.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { faultsOf } from "../ui/faults.ts";
import type { Directory } from "../ui/directory.ts";
import { formOf, formOver } from "../ui/form.ts";
import { Meanwhile } from "../ui/meanwhile.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import { seenOf, type Seen, type Thing } from "../ui/thing.ts";
import { AccessTerms } from "./access.tsx";
import { BypassField } from "./bypass.tsx";
import type { Filling } from "./fields.tsx";
import { blank, bodyOf, fieldsOf, kindsOf } from "./form.ts";
import { homeOf } from "./home.ts";
import { NameAndKind } from "./name.tsx";
import { Preview } from "./preview.tsx";
import { Requirements } from "./requirements.tsx";
import { Targets } from "./targets.tsx";
import { Telling, Times } from "./terms.tsx";
import { difference } from "./words.ts";
import { written } from "./written.ts";

interface Editing {
  project: string;
  /** The policy, or nothing yet for a new one. */
  thing: Thing<WrittenPolicy>;
  directory: Directory;
  environments: Environment[];
  channels: Channel[];
}

/** Writes a policy. What is typed stays, whatever becomes of the sign-in, the page or the policy meanwhile. */
export function EditForm({ project, thing, directory, environments, channels }: Editing) {
  const present = seenOf(thing.present);
  const id = present?.value.id;
  const home = homeOf(project);
  const place = `${project}.policies.${id ?? "new"}`;
  const kinds = kindsOf(project, environments);
  const over = present && formOver(place, present, fieldsOf);
  const form = over ?? formOf(place, blank(environments[0]?.id ?? "", kinds[0]));
  const moved = over?.moved === true;
  const sending = draft(`${place}.sending`);
  const agreement = useAgreement(project, place, () => (form.drop(), sending.drop()));
  const making = useCommand<WrittenPolicy>(`/v1/projects/${project}/policies`, agreement.post, sending);
  const { busy, problem } = over === undefined ? making : thing;
  const [sent, setSent] = useState<PolicyBody | undefined>(undefined);
  const body = bodyOf(form.value);
  const ofRules = form.value.kind === "GOVERNANCE";
  const refused = problem?.body.code === "invalid-field" ? problem : undefined;
  const filling: Filling = {
    form: form.value,
    edit: form.edit,
    faults: faultsOf(refused, sent, body),
    directory,
    environments,
    channels,
  };

  useEffect(() => {
    if (problem === undefined) return;
    const [at] = document.querySelectorAll<HTMLElement>(".overtaken, fieldset [aria-invalid], fieldset .wrong, .unsaved");
    at?.focus();
    at?.scrollIntoView({ block: "center" });
  }, [problem, moved]);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    setSent(body);
    const done = over === undefined ? await making.run(body) : await thing.save(body, over.base, agreement);
    if (done === undefined) return;
    form.drop();
    written.value = done;
    go(`${home}/${done.id}`);
    scrollTo(0, 0);
    announce(`“${plain(done.name)}” is saved.`);
  }

  return (
    <>
      {over && present && (
        <Meanwhile form={over} thing={thing} changes={difference(over.base.value, present.value, directory)} />
      )}
      <form id="policy" class="policy" onSubmit={(event) => void submit(event)}>
        <NameAndKind {...filling} kinds={id !== undefined ? [form.value.kind] : kinds} />
        {!ofRules && <Targets {...filling} />}
        <Requirements {...filling} />
        {!ofRules && (
          <Preview project={project} form={form.value} policy={id} directory={directory} environments={environments.map((each) => each.id)} />
        )}
        {!ofRules && <BypassField {...filling} />}
        {form.value.kind === "ACCESS" && <AccessTerms {...filling} />}
        <Times {...filling} />
        <Telling {...filling} />
        <Asking agreement={agreement} />
        <Collect agreement={agreement} />
      </form>
      {problem && !(moved && problem.body.code === "changed") && (
        <div class="unsaved">
          <ProblemNotice problem={problem} />
        </div>
      )}
      <section class="bar" aria-label="Save">
        <p>
          <strong>{moved ? "Changed by somebody else" : problem ? "Not saved" : standing(present, form.written)}</strong>
          <small>Open requests keep what was bound to them.</small>
        </p>
        <div class="row">
          <a class="button plain" href={id === undefined ? home : `${home}/${id}`} onClick={() => (form.drop(), sending.drop(), agreement.discard())}>
            Discard
          </a>
          <Submit form="policy" busy={busy} waits={moved}>
            Save
          </Submit>
        </div>
      </section>
    </>
  );
}

function standing(present: Seen<WrittenPolicy> | undefined, written: object): string {
  if (present === undefined) return "New policy";
  const { version } = present.value;
  return Object.keys(written).length > 0 ? `Changes to version ${version}` : `Version ${version}, unchanged`;
}
