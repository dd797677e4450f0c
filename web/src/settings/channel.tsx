import { useState } from "preact/hooks";
import type { Channel } from "../api.ts";
import { announce } from "../ui/announce.tsx";
import { formOf } from "../ui/form.ts";
import { Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { useReading } from "../ui/reading.ts";
import { useThing, type Thing } from "../ui/thing.ts";
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
  const path = `/v1/projects/${project}/channels/${id}`;
  const thing = useThing<Channel>(path);
  const now = useReading<Channel>(path, SOON_MS);
  const channel = now.value ?? thing.value;
  if (thing.value === undefined || channel === undefined) return <Untold what={id} thing={thing} />;
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
      <Meanwhile before={thing.before} now={thing.value} parts={PARTS} />
      <div class="parts">
        {writes && <Edit project={project} channel={thing.value} thing={thing} onChange={now.refresh} />}
        <section class="card" aria-labelledby="state">
          <h2 id="state">How it is</h2>
          <Health channel={channel} />
          <ChannelTest project={project} channel={channel} onChange={now.refresh} writes={writes} />
        </section>
      </div>
    </>
  );
}

interface Editing {
  project: string;
  channel: Channel;
  thing: Thing<Channel>;
  onChange: () => Promise<void>;
}

function Edit({ project, channel, thing, onChange }: Editing) {
  const form = formOf(`settings.channel.${project}.${channel.id}`, { conversation: channel.conversation ?? "" });
  const [secret, setSecret] = useState("");

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const saved = await thing.save(bodyOf({ kind: channel.kind, ...form.value }, secret));
    if (saved === undefined) return;
    form.drop();
    setSecret("");
    announce(`The channel ${channel.id} was saved. Send a test message to see whether it works.`);
    await onChange();
  }

  return (
    <section class="card" aria-labelledby="place">
      <h2 id="place">Where it is</h2>
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
        <Refused problem={thing.problem} />
        <Save busy={thing.busy} form={form} />
      </form>
    </section>
  );
}
