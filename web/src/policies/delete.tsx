import type { Page, Target, WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { governanceOf } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { useReading, type Reading } from "../ui/reading.ts";
import { Removal } from "../ui/removal.tsx";
import type { Seen } from "../ui/thing.ts";
import { counting } from "./glob.ts";
import { homeOf } from "./home.ts";
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
  const path = `/v1/projects/${project}/policies`;
  const { value: policy, tag } = seen;
  const others = useReading<Page<WrittenPolicy>>(path, FRESH_MS).value?.items.filter(
    ({ id, kind }) => id !== policy.id && kind === policy.kind,
  );
  return (
    <Removal<WrittenPolicy>
      title={`Delete “${plain(policy.name)}”`}
      project={project}
      words="Delete the policy"
      path={`${path}/${policy.id}`}
      seen={tag}
      present={present.tag}
      look={present.refresh}
      done={(was) => {
        written.value = was;
        go(homeOf(project));
        announce(`“${plain(policy.name)}” is deleted.`);
      }}
      onClose={onClose}
    >
      {policy.kind === "GOVERNANCE" ? (
        <p>It counts no longer for what is proposed from then on. {others ? insteadOf(others, project) : "…"}</p>
      ) : (
        <>
          <p>It counts no longer for what is proposed from then on. Then, where it held:</p>
          <ul class="falls">
            {policy.targets.map((each) => (
              <li key={place(each)}>
                <code>{place(each)}</code> {others ? instead(policy, each, others) : "…"}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>Open requests keep it: they still need the approvals that it asked for when they were made.</p>
    </Removal>
  );
}

function insteadOf(others: WrittenPolicy[], project: string): string {
  if (governanceOf(project) === "OPT_OUT") return "Nobody has to agree to changes of rules, with it or without it.";
  const rest = others.map(({ name }) => `“${plain(name)}”`);
  return rest.length === 0
    ? `One other admin of the ${project === ORGANISATION ? "organisation" : "project"} is asked about changes of rules then.`
    : `${rest.join(" and ")} ${rest.length === 1 ? "counts" : "count"} for them then.`;
}

function instead({ kind }: WrittenPolicy, target: Target, others: WrittenPolicy[]): string {
  const then = counting(others, target).map(({ name }) => `“${plain(name)}”`);
  return then.length === 0
    ? kind === "ACCESS"
      ? "Where no other access policy covers it, nobody can be asked for access."
      : "What no other policy covers there changes without anybody’s approval."
    : `${then.join(" and ")} ${then.length === 1 ? "counts" : "count"} instead.`;
}
