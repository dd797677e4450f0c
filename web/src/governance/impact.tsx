import type { Impact } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { askedIn, pathsIn, placeIn, standingIn } from "./needs.ts";

const FRESH_MS = 60_000;

/** Before anybody agrees: which documents and open requests would need another approval, and where that is less. */
export function ImpactOf({ id }: { id: string }) {
  const { value, problem, refresh } = useReading<Impact>(`/v1/change-requests/${id}/impact`, FRESH_MS);
  return (
    <section class="card impact" aria-labelledby="impact">
      <h2 id="impact">What it changes for policies, secrets and open requests</h2>
      {value ? (
        <Needs impact={value} />
      ) : problem ? (
        <ProblemNotice problem={problem} retry={() => void refresh()} />
      ) : (
        <p aria-busy="true">Looking at secrets and requests</p>
      )}
    </section>
  );
}

function Needs({ impact }: { impact: Impact }) {
  const { places, documents, requests, more } = impact;
  return (
    <>
      <p>{standingIn(impact)}</p>
      {places.length > 0 && (
        <>
          <h3>Where policies count</h3>
          <ul>
            {places.map((each) => (
              <li key={placeIn(each)}>
                <p>
                  <strong>{placeIn(each)}</strong>
                </p>
                <Need {...each} />
              </li>
            ))}
          </ul>
        </>
      )}
      {documents.length > 0 && (
        <>
          <h3>Secrets</h3>
          <ul>
            {documents.map((each) => (
              <li key={`${each.project} ${each.environment} ${each.paths.join()}`}>
                <p>
                  <strong>
                    {plain(each.project)} {plain(each.environment)}
                  </strong>{" "}
                  {pathsIn(each)}
                </p>
                <Need {...each} />
              </li>
            ))}
          </ul>
        </>
      )}
      {requests.length > 0 && (
        <>
          <h3>Open requests</h3>
          <ul>
            {requests.map((each) => (
              <li key={each.id}>
                <p>
                  <a href={`/requests/${each.id}`}>{each.id}</a> {plain(each.title)}
                </p>
                <Need {...each} />
              </li>
            ))}
          </ul>
        </>
      )}
      {more && <p class="hint">There are others that were not looked at, or that you may not see.</p>}
    </>
  );
}

function Need({ before, after, lowers }: Pick<Impact["requests"][number], "before" | "after" | "lowers">) {
  return (
    <>
      <dl>
        <dt>Before</dt>
        <dd>{askedIn(before)}</dd>
        <dt>After</dt>
        <dd>{askedIn(after)}</dd>
      </dl>
      {lowers.map(({ message }) => (
        <p key={message} class="bad">
          <Badge tone="bad">lowers</Badge> {plain(message)}
        </p>
      ))}
    </>
  );
}
