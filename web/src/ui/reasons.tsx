import type { Reason } from "../api.ts";
import { names, plain } from "../format.ts";
import { myId } from "../session/me.ts";

const CLEARING = "Can be cleared by";

/** What stands in the way, each with who can clear it, in the server's own words. */
export function Reasons({ reasons, clearing = CLEARING }: { reasons: Reason[]; clearing?: string }) {
  return (
    <ul class="conditions">
      {reasons.map((reason) => (
        <Condition key={reason.code + reason.message} met={false} text={reason.message}>
          <ClearedBy reason={reason} clearing={clearing} />
        </Condition>
      ))}
    </ul>
  );
}

/** Who could clear it; nothing where nobody can, for then the reason says what to do. */
export function ClearedBy({ reason: { clearedBy = [] }, clearing = CLEARING }: { reason: Reason; clearing?: string }) {
  return (
    clearedBy.length > 0 && (
      <small>
        {clearing} {names(clearedBy, myId())}
      </small>
    )
  );
}

export function Condition(props: { met: boolean; text: string; children?: preact.ComponentChildren }) {
  return (
    <li>
      <span class={props.met ? "mark good" : "mark wait"} role="img" aria-label={props.met ? "Done:" : "Missing:"}>
        {props.met ? "✓" : "!"}
      </span>
      <div>
        {plain(props.text)}
        {props.children}
      </div>
    </li>
  );
}
