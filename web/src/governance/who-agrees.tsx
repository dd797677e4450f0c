import type { GovernanceState } from "../api.ts";
import { plain } from "../format.ts";
import { myId } from "../session/me.ts";
import { useReading } from "../ui/reading.ts";
import { ofThese } from "./words.ts";

const FRESH_MS = 30_000;

/** Who has to agree to changes of rules now, also where no policy is written that says it. */
export function WhoAgrees({ project }: { project: string }) {
  const { value: state } = useReading<GovernanceState>(`/v1/projects/${project}/governance`, FRESH_MS);
  if (state === undefined) return null;
  return (
    <section class="card agreeing" aria-labelledby="agreeing">
      <h2 id="agreeing">Who agrees to changes of rules</h2>
      {state.atOnce && (
        <p>{state.governance === "OPT_OUT" ? "Nobody: whoever may change rules changes them at once." : "Nobody yet: the first admin sets up alone."}</p>
      )}
      {state.policies.map(({ id, name, usual, requirements }) => (
        <p key={id}>
          <strong>{usual ? "One other admin" : plain(name)}:</strong> {requirements.map((each) => ofThese(each, myId())).join("; and ")}
          {usual && <small> This holds as long as no governance policy says otherwise. Nobody agrees to their own change.</small>}
        </p>
      ))}
    </section>
  );
}
