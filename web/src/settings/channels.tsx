import type { Channel, Page } from "../api.ts";
import { plain } from "../format.ts";
import { useReading } from "../ui/reading.ts";
import { NEW } from "./addresses.ts";
import { Listed } from "./listed.tsx";
import { ChannelState, KINDS } from "./channel-state.tsx";
import { Lacking, may } from "../ui/may.tsx";
import { ProjectChoice } from "./project-choice.tsx";

const FRESH_MS = 10_000;

/** The chats that a project's requests are told to. */
export function Channels({ project }: { project: string }) {
  if (project === "") {
    return <p class="waiting">You have no role in a project; an admin can give you one. Channels belong to projects.</p>;
  }
  return (
    <>
      <ProjectChoice of="channels" project={project} organisation={false} />
      <Lacking to="make or change channels" permission="destinations:write" place={project} />
      <List project={project} />
    </>
  );
}

function List({ project }: { project: string }) {
  const channels = useReading<Page<Channel>>(`/v1/projects/${project}/channels`, FRESH_MS);
  const writes = may("destinations:write", project);
  const items = channels.value?.items ?? [];
  return (
    <Listed
      title="Channels"
      reading={channels}
      add={writes ? { href: `/settings/channels/${project}/${NEW}`, words: "Add a channel" } : undefined}
    >
      {items.length === 0 ? (
        <p class="waiting">No chat is told yet: people hear of requests by mail. Slack and Microsoft Teams can be told, too.</p>
      ) : (
        <ul class="rows">
          {items.map((channel) => (
            <li key={channel.id}>
              <Row channel={channel} project={project} />
            </li>
          ))}
        </ul>
      )}
      <p class="hint">A channel is told of requests once a policy names it, and of every bypass. Mail goes out in any case.</p>
    </Listed>
  );
}

function Row({ channel, project }: { channel: Channel; project: string }) {
  const { id, kind, conversation, host, reason } = channel;
  return (
    <a href={`/settings/channels/${project}/${id}`}>
      <span class="called">
        <span class="title">{id}</span>
        <ChannelState channel={channel} />
      </span>
      <small class="facts">
        <span>{KINDS[kind]}</span>
        <code>{plain(conversation ?? host ?? "")}</code>
        {reason && <span>{plain(reason)}</span>}
      </small>
    </a>
  );
}
