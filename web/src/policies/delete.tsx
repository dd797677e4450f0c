import type { Page, Target, WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useReading, type Reading } from "../ui/reading.ts";
import { Removal } from "../ui/removal.tsx";
import type { Seen } from "../ui/thing.ts";
import { counting } from "./glob.ts";
import { place } from "./words.ts";
import { written } from "./written.ts";

const FRESH_MS = 10_000;

interface Deleting {
  project: string;
  /** The policy as it was when the dialog was opened. */
  seen: Seen<WrittenPolicy>;
  /** The policy as it is now. */
  present: Reading<WrittenPolicy>;
  onClose: () => void;
}

/** Says what counts in its place, or that nothing does. */
export function DeleteDialog({ project, seen, present, onClose }: Deleting) {
  const home = `/projects/${project}/policies`;
  const { value: policy, tag } = seen;
  const others = useReading<Page<WrittenPolicy>>(`/v1${home}`, FRESH_MS).value?.items.filter(
    ({ id, kind }) => id !== policy.id && kind === policy.kind,
  );
  return (
    <Removal<WrittenPolicy>
      title={`Delete “${plain(policy.name)}”`}
      words="Delete the policy"
      path={`/v1${home}/${policy.id}`}
      seen={tag}
      present={present.tag}
      look={present.refresh}
      done={(was) => {
        written.value = was;
        go(home);
        announce(`“${plain(policy.name)}” is deleted.`);
      }}
      onClose={onClose}
    >
      <p>It counts no longer for what is proposed from now on. Then, where it held:</p>
      <ul class="falls">
        {policy.targets.map((each) => (
          <li key={place(each)}>
            <code>{place(each)}</code> {others ? instead(policy, each, others) : "…"}
          </li>
        ))}
      </ul>
      <p>Open requests keep it: they still need the approvals that it asked for when they were made.</p>
    </Removal>
  );
}

function instead({ kind }: WrittenPolicy, target: Target, others: WrittenPolicy[]): string {
  const then = counting(others, target).map(({ name }) => `“${plain(name)}”`);
  return then.length === 0
    ? kind === "ACCESS"
      ? "Where no other access policy covers it, nobody can be asked for access."
      : "What no other policy covers there changes without anybody’s approval."
    : `${then.join(" and ")} ${then.length === 1 ? "counts" : "count"} instead.`;
}
