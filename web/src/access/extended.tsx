import type { Grant } from "../api.ts";
import { Time } from "../ui/time.tsx";
import { askAddress } from "./address.ts";
import { doingWhere } from "./words.ts";

/** The access that is to last longer, or why it cannot. */
export function Extended({ grant, project }: { grant: Grant | undefined; project: string }) {
  if (grant === undefined) return <p class="waiting">That request gave no access, so there is nothing to last longer.</p>;
  if (grant.state === "ENDED") {
    const { environment, path } = grant;
    return (
      <p class="waiting">
        That access has ended. <a href={askAddress({ project, environment, path })}>Ask for it again</a>
      </p>
    );
  }
  return (
    <p>
      To {doingWhere(grant)}, which ends <Time at={grant.ends} />.
    </p>
  );
}
