import { useState } from "preact/hooks";
import type { Group, Page, Person } from "../api.ts";
import { Problem, read } from "../client.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { Asking } from "../governance/asking.tsx";
import { announce } from "../ui/announce.tsx";
import { Options } from "../ui/options.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { may, ORGANISATION } from "../ui/may.tsx";

const FRESH_MS = 30_000;

/** The groups that somebody is in. */
export function Memberships({ person, onChange }: { person: Person; onChange: () => Promise<void> }) {
  const groups = useReading<Page<Group>>("/v1/groups", FRESH_MS);
  const [failure, setFailure] = useState<Problem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const agreement = useAgreement(ORGANISATION, `settings.person.${person.id}.groups`);
  const writes = may("directory:write", ORGANISATION);
  const all = groups.value?.items ?? [];
  const mine = all.filter(({ id }) => person.groups.includes(id));
  const others = all.filter(({ id }) => !person.groups.includes(id));

  /** Reads the group first, so that nobody else is moved by it. */
  async function move(id: string, how: "in" | "out") {
    if (busy) return;
    setBusy(true);
    try {
      const { body: group, etag } = await read<Group>(`/v1/groups/${id}`);
      if (group === undefined) return;
      const rest = group.members.map((each) => each.id).filter((each) => each !== person.id);
      const members = how === "in" ? [...rest, person.id] : rest;
      const { asked } = await agreement.edit(etag)(`/v1/groups/${id}`, { name: group.name, members }, "");
      if (asked) return;
      setFailure(undefined);
      announce(`${plain(person.name)} is ${how === "in" ? "in" : "no longer in"} ${plain(group.name)}.`);
      await Promise.all([onChange(), groups.refresh()]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  const problem = failure ?? groups.problem;
  return (
    <section class="card" aria-labelledby="memberships">
      <h2 id="memberships">Groups</h2>
      {mine.length === 0 && groups.value !== undefined && <p class="hint">In no group.</p>}
      <ul class="people">
        {mine.map(({ id, name }) => (
          <li key={id}>
            <a class="name" href={`/settings/groups/${id}`}>
              {plain(name)}
            </a>
            {writes && (
              <button type="button" class="link" onClick={() => void move(id, "out")}>
                Take out<span class="unseen"> of {plain(name)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {writes && others.length > 0 && (
        <label>
          Add to a group
          <select
            value=""
            aria-busy={busy}
            onChange={(event) => event.currentTarget.value !== "" && void move(event.currentTarget.value, "in")}
          >
            <option value="">Choose a group</option>
            <Options of={others} />
          </select>
        </label>
      )}
      {writes && <Asking agreement={agreement} />}
      {problem && <ProblemNotice problem={problem} />}
      {person.groups.length > 0 && <p class="hint">Who joins a group counts on requests from their next revision on.</p>}
    </section>
  );
}
