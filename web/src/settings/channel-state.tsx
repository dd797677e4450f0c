import type { Channel } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";

export const KINDS: Record<Channel["kind"], string> = { SLACK: "Slack", TEAMS: "Microsoft Teams" };

/** Whether messages arrive there. */
export function ChannelState({ channel: { state, test } }: { channel: Channel }) {
  if (state === "BROKEN") return <Badge tone="bad">broken</Badge>;
  if (test?.seen) return <Badge tone="good">seen in the chat</Badge>;
  return state === "WORKING" ? <Badge tone="good">working</Badge> : <Badge tone="quiet">not tried yet</Badge>;
}

/** The same in a sentence, with what to do. */
export function Health({ channel: { state, reason, since } }: { channel: Channel }) {
  if (state === "BROKEN") {
    return (
      <div class="notice bad">
        <p>
          <strong>Nothing can be posted there</strong>
          {since && (
            <>
              {" "}
              since <Time at={since} />
            </>
          )}
          . {reason && plain(reason)}
        </p>
        <p>People get their mails meanwhile. Mend it, then send a test message.</p>
      </div>
    );
  }
  if (state === "UNUSED") return <p class="hint">Nothing was posted there yet. Send a test message to see whether it works.</p>;
  return (
    <p class="hint">
      The last message was taken
      {since && (
        <>
          {" "}
          <Time at={since} />
        </>
      )}
      .
    </p>
  );
}
