import type { PolicyVersion } from "../api.ts";
import { who } from "../format.ts";
import { Changes } from "../ui/changes.tsx";
import type { Directory } from "../ui/directory.ts";
import { Time } from "../ui/time.tsx";
import { difference } from "./words.ts";

/** Every version, the latest first, with what it made another. */
export function History({ versions, directory }: { versions: PolicyVersion[]; directory: Directory }) {
  return (
    <section class="timeline" aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol>
        {versions
          .map((version, at) => <Line key={at} version={version} before={versions[at - 1]} directory={directory} />)
          .reverse()}
      </ol>
    </section>
  );
}

interface Writing {
  version: PolicyVersion;
  before: PolicyVersion | undefined;
  directory: Directory;
}

function Line({ version: { change, by, at, policy }, before, directory }: Writing) {
  const changed = before && change === "WRITTEN" ? difference(before.policy, policy, directory) : [];
  return (
    <li>
      <p>
        <strong>{by ? who(by) : "Somebody"}</strong> {deed(change, before)} {at && <Time at={at} />}
      </p>
      {before && change === "WRITTEN" && changed.length === 0 && <p class="hint">It says the same.</p>}
      {changed.length > 0 && <Changes lines={changed} />}
    </li>
  );

  function deed(kind: PolicyVersion["change"], earlier: PolicyVersion | undefined): string {
    if (kind === "REMOVED") return "deleted the policy";
    return earlier === undefined ? "wrote the policy" : `wrote version ${policy.version}`;
  }
}
