import type { Channel } from "../api.ts";
import { plain, who } from "../format.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Time } from "../ui/time.tsx";

interface Testing {
  project: string;
  channel: Channel;
  writes: boolean;
  onChange: () => Promise<void>;
}

/** A chat accepts what it then does not show; so somebody looks, and says that they saw it. */
export function ChannelTest({ project, channel, writes, onChange }: Testing) {
  const path = `/v1/projects/${project}/channels/${channel.id}`;
  const send = useCommand<Channel>(`${path}/test`);
  const confirm = useCommand<Channel>(`${path}/confirm`);
  const { test } = channel;

  async function ask() {
    if ((await send.run({})) === undefined) return;
    announce("A test message is on its way. Look into the chat.");
    await onChange();
  }
  async function say() {
    if ((await confirm.run({})) === undefined) return;
    announce("Written down: you saw the test message.");
    await onChange();
  }

  const problem = send.problem ?? confirm.problem;
  return (
    <>
      <div role="status">{test && <Tested test={test} />}</div>
      {problem && <ProblemNotice problem={problem} />}
      {writes && (
        <div class="row">
          {test?.status === "SENT" && !test.seen && (
            <button type="button" aria-busy={confirm.busy} onClick={() => void say()}>
              I saw it
            </button>
          )}
          <button type="button" class="plain" aria-busy={send.busy || test?.status === "QUEUED"} onClick={() => void ask()}>
            {test ? "Send another test message" : "Send a test message"}
          </button>
        </div>
      )}
    </>
  );
}

function Tested({ test: { status, by, at, reason, seen } }: { test: NonNullable<Channel["test"]> }) {
  const asked = (
    <>
      {who(by)} asked for a test message <Time at={at} />.
    </>
  );
  switch (status) {
    case "QUEUED":
      return <p>{asked} It is on its way.</p>;
    case "FAILED":
      return (
        <p>
          {asked} <strong>It could not be sent.</strong> {reason && plain(reason)}
        </p>
      );
    case "SENT":
      return seen ? (
        <p>
          {asked} {plain(seen.by.name)} saw it <Time at={seen.at} />.
        </p>
      ) : (
        <p>
          {asked} <strong>It was taken.</strong> Does it stand in the chat?
        </p>
      );
  }
}
