import type { Join, Page, Person } from "../api.ts";
import { plain } from "../format.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { Time } from "../ui/time.tsx";
import { NEW } from "./addresses.ts";

const SOON_MS = 10_000;

/** Who has signed in and asks to be let in. */
export function useJoins() {
  return useReading<Page<Join>>("/v1/joins", SOON_MS);
}

/** Above the list of people, because somebody waits. Nothing where nobody does. */
export function Joins({ people }: { people: Person[] }) {
  const { value, problem, refresh } = useJoins();
  if (value === undefined) return problem ? <ProblemNotice problem={problem} retry={() => void refresh()} /> : null;
  if (value.items.length === 0) return null;
  const unbound = people.some(({ bound, active }) => active && bound === false);
  return (
    <section class="card joins" aria-labelledby="joins">
      <h2 id="joins">
        Asking to join <span class="count">{value.items.length}</span>
      </h2>
      <p class="hint">
        Nobody has checked these names and addresses. Ask the person by a way you trust before you let them in.
        {unbound && " Who is on the list below already is bound on their own page."}
      </p>
      <ul>
        {value.items.map((join) => (
          <li key={keyOf(join)}>
            <Claim join={join} />
            <a class="button plain" href={`/settings/people/${NEW}?subject=${encodeURIComponent(join.subject.subject)}`}>
              Let in<span class="unseen"> {plain(join.name)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody says of themselves, and the subject by which the sign-in service knows them. */
export function Claim({ join: { name, email, subject, at, until } }: { join: Join }) {
  return (
    <span class="claim">
      <strong>{plain(name)}</strong>
      <small class="facts">
        {email && <span>says {plain(email)}</span>}
        <span>
          asked <Time at={at} />, lapses <Time at={until} />
        </span>
      </small>
      <small>
        subject <code>{plain(subject.subject)}</code> of {plain(subject.issuer)}
      </small>
    </span>
  );
}

export function keyOf({ subject: { issuer, subject } }: Join): string {
  return `${issuer} ${subject}`;
}
