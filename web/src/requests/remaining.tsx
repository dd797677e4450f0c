import type { ChangeRequest, Remains } from "../api.ts";
import { plain, type Tone } from "../format.ts";
import { Badge } from "../ui/badge.tsx";

const STATES: Record<Remains["state"], { word: string; tone: Tone }> = {
  HELD: { word: "live", tone: "bad" },
  IN_DOUBT: { word: "in doubt", tone: "wait" },
  NOT_HELD: { word: "not live", tone: "quiet" },
};

/** What a merge that failed has left, document by document. */
export function Remaining({ request: { remains } }: { request: ChangeRequest }) {
  return (
    <ul class="remaining">
      {remains.map(({ environment, path, state, versionId, message }) => (
        <li key={environment + path}>
          <p class="facts">
            <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge> {plain(environment)} <code>{plain(path)}</code>
          </p>
          <p>{plain(message)}</p>
          {versionId && (
            <small>
              version <code>{versionId}</code>
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
