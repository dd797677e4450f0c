import { useState } from "preact/hooks";
import type { Channel } from "../api.ts";
import { useAgreement } from "../governance/agreement.ts";
import { announce } from "../ui/announce.tsx";
import { formOver } from "../ui/form.ts";
import { changesOf, Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { NEW } from "./addresses.ts";
import { bodyOf, ChannelFields, Help } from "./channel-fields.tsx";
import { ChannelState, Health, KINDS } from "./channel-state.tsx";
import { ChannelTest } from "./channel-test.tsx";
import { Refused, Save, Untold } from "./editor.tsx";
import { Lacking, may } from "../ui/may.tsx";
import { NewChannel } from "./new-channel.tsx";

interface Channelled {
  project: string;
  id: string;
}

/** One chat, or the form for a new one. */
export function ChannelPage({ project, id }: Channelled) {
  return id === NEW ? <NewChannel project={project} /> : <KnownChannel project={project} id={id} />;
}

const PARTS: Parts<Channel> = {
  "Channel’s id": ({ conversation }) => conversation ?? "",
  Host: ({ host }) => host ?? "",
  "Token or webhook": ({ lastFour }) => `…${lastFour}`,
};
/** A test message is on its way for a moment, and somebody waits for it. */
const SOON_MS = 2_000;

function KnownChannel({ project, id }: Channelled) {
  const thing = useThing<Channel>(`/v1/projects/${project}/channels/${id}`, SOON_MS);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  const channel = seen.value;
  const writes = may("destinations:write", project);
  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{id}</h1>
        <p class="facts">
          {KINDS[channel.kind]} <ChannelState channel={channel} />
        </p>
      </header>
      <Lacking to="change or test channels" permission="destinations:write" place={project} />
      <div class="parts">
        {writes && <Edit project={project} seen={seen} thing={thing} />}
        <section class="card" aria-labelledby="state">
          <h2 id="state">How it is</h2>
          <Health channel={channel} />
          <ChannelTest project={project} channel={channel} onChange={thing.present.refresh} writes={writes} />
        </section>
      </div>
    </>
  );
}

interface Editing {
  project: string;
  seen: Seen<Channel>;
  thing: Thing<Channel>;
}

function Edit({ project, seen, thing }: Editing) {
  const channel = seen.value;
  const form = formOver(`settings.channel.${project}.${channel.id}`, seen, ({ conversation }: Channel) => {
    return { conversation: conversation ?? "" };
  });
  const agreement = useAgreement(project, `settings.channel.${project}.${channel.id}`, form.drop);
  const [secret, setSecret] = useState("");

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    const saved = await thing.save(bodyOf({ kind: channel.kind, ...form.value }, secret), form.base, agreement);
    if (saved === undefined) return;
    form.drop();
    setSecret("");
    announce(`The channel ${channel.id} was saved. Send a test message to see whether it works.`);
  }

  return (
    <section class="card" aria-labelledby="place">
      <h2 id="place">Where it is</h2>
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, channel)} />
      <form onSubmit={(event) => void submit(event)}>
        <ChannelFields
          kind={channel.kind}
          conversation={form.value.conversation}
          write={(conversation) => form.edit({ conversation })}
          secret={secret}
          writeSecret={setSecret}
          present={channel}
          problem={thing.problem}
        />
        <Help kind={channel.kind} />
        <Refused problem={thing.problem} moved={form.moved} />
        <Save busy={thing.busy} form={form} agreement={agreement} sealed />
      </form>
    </section>
  );
}
