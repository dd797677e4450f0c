import { useState } from "preact/hooks";
import type { Destination } from "../api.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { Refused, Save } from "../settings/editor.tsx";
import { ShortName, taken } from "../settings/short-name.tsx";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf } from "../ui/form.ts";
import { Lacking, may } from "../ui/may.tsx";
import { DestinationFields } from "./fields.tsx";
import { BLANK, bodyOf, KINDS, type DestinationForm, type Kind } from "./form.ts";

/** Adds a destination. Its credential is in this page's memory only, until it is sent. */
export function NewDestination({ project }: { project: string }) {
  const place = `settings.destination.${project}.+`;
  const form = formOf<DestinationForm & { id: string }>(place, { ...BLANK, id: "" });
  const [secret, setSecret] = useState("");
  const { type } = form.value;
  const id = form.value.id || type.toLowerCase().replace("_", "-");
  const agreement = useAgreement(project, place, form.drop);
  const { busy, problem, run } = useCommand<Destination>(`/v1/projects/${project}/destinations/${id}`, agreement.edit(null));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await run(bodyOf(form.value, secret))) === undefined) return;
    form.drop();
    setSecret("");
    go(`/settings/destinations/${project}/${id}`);
    announce("The destination was added. Test it, then sync what there is already.");
  }

  return (
    <>
      <h1 tabIndex={-1}>Add a destination</h1>
      <Lacking to="add destinations" permission="destinations:write" place={project} />
      {may("destinations:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <fieldset class="choice">
            <legend>What follows a merge</legend>
            {(Object.keys(KINDS) as Kind[]).map((each) => (
              <label key={each} class="tick">
                <input
                  type="radio"
                  name="type"
                  checked={type === each}
                  onChange={() => {
                    form.edit({ type: each });
                    setSecret("");
                  }}
                />
                {KINDS[each]}
              </label>
            ))}
          </fieldset>
          <ShortName problem={problem} field="destination" value={id} write={(next) => form.edit({ id: next })} />
          <DestinationFields key={type} project={project} form={form} secret={secret} writeSecret={setSecret} problem={problem} />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Add it" sealed />
        </form>
      )}
    </>
  );
}
