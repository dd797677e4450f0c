import { useState } from "preact/hooks";
import type { Channel } from "../api.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf } from "../ui/form.ts";
import { bodyOf, ChannelFields, Help } from "./channel-fields.tsx";
import { KINDS } from "./channel-state.tsx";
import { Refused, Save } from "./editor.tsx";
import { Lacking, may } from "../ui/may.tsx";
import { ShortName, taken } from "./short-name.tsx";

interface Form {
  id: string;
  kind: Channel["kind"];
  conversation: string;
}

/** Adds a chat. Its credential is in this page's memory only, until it is sent. */
export function NewChannel({ project }: { project: string }) {
  const form = formOf<Form>(`settings.channel.${project}.+`, { id: "", kind: "SLACK", conversation: "" });
  const [secret, setSecret] = useState("");
  const { kind, conversation } = form.value;
  const id = form.value.id || kind.toLowerCase();
  const agreement = useAgreement(project, `settings.channel.${project}.+`, form.drop);
  const { busy, problem, run } = useCommand<Channel>(`/v1/projects/${project}/channels/${id}`, agreement.edit(null));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await run(bodyOf({ kind, conversation }, secret))) === undefined) return;
    form.drop();
    setSecret("");
    go(`/settings/channels/${project}/${id}`);
    announce("The channel was added. Send a test message to see whether it works.");
  }

  return (
    <>
      <h1 tabIndex={-1}>Add a channel</h1>
      <Lacking to="add channels" permission="destinations:write" place={project} />
      {may("destinations:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <fieldset class="choice">
            <legend>Which chat</legend>
            {(["SLACK", "TEAMS"] as const).map((each) => (
              <label key={each} class="tick">
                <input
                  type="radio"
                  name="kind"
                  checked={kind === each}
                  onChange={() => {
                    form.edit({ kind: each });
                    setSecret("");
                  }}
                />
                {KINDS[each]}
              </label>
            ))}
          </fieldset>
          <ShortName problem={problem} field="channel" value={id} write={(next) => form.edit({ id: next })} />
          <ChannelFields
            key={kind}
            kind={kind}
            conversation={conversation}
            write={(next) => form.edit({ conversation: next })}
            secret={secret}
            writeSecret={setSecret}
            problem={problem}
          />
          <Help kind={kind} />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Add it" sealed />
        </form>
      )}
    </>
  );
}
