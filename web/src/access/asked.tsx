import type { ChangeRequest, Entitlement } from "../api.ts";
import { plain } from "../format.ts";
import { spoken } from "../ui/span.ts";
import { Time } from "../ui/time.tsx";
import { doing, doingWhere } from "./words.ts";

/** What a request asks for, in place of what another would change. */
export function Asked({ request: { access, author, status } }: { request: ChangeRequest }) {
  if (access === null) return null;
  const { actions, environment, path, start, end, duration } = access;
  return (
    <section class="diff" aria-labelledby="asked">
      <h2 id="asked">{titleOf(access, status === "OPEN")}</h2>
      <dl class="says">
        <div>
          <dt>Who</dt>
          <dd>{plain(author.name)}</dd>
        </div>
        <div>
          <dt>May</dt>
          <dd>{doing(actions)}</dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>
            {plain(environment)} <code>{plain(path)}</code>
          </dd>
        </div>
        <div>
          <dt>For at most</dt>
          <dd>
            {spoken(duration)}
            {access.extends !== null && " more"}
          </dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>
            <Beginning access={access} start={start} />
          </dd>
        </div>
        {end !== null && (
          <div>
            <dt>Until</dt>
            <dd>
              <Time at={end} />, at the latest
            </dd>
          </div>
        )}
      </dl>
      <p class="hint">It ends by itself. No value is shown before it begins, and each one that is shown is recorded.</p>
    </section>
  );
}

function titleOf(access: Entitlement, open: boolean): string {
  if (access.extends === null) return open ? "Access that is asked for" : "Access that was asked for";
  return open ? "Access that is to last longer" : "Access that was to last longer";
}

function Beginning({ access, start }: { access: Entitlement; start: string | null }) {
  if (access.extends !== null) {
    return (
      <>
        the end of <a href={`/requests/${access.extends}`}>{access.extends}</a>
      </>
    );
  }
  if (start === null) return <>its merge</>;
  return (
    <>
      <Time at={start} />, or its merge where that is later
    </>
  );
}

/** The same in a line, for what is signed. */
export function AskedBriefly({ access }: { access: Entitlement }) {
  return (
    <>
      {doingWhere(access)}
      <small>
        {" "}
        for {spoken(access.duration)}
        {access.extends !== null && <> more than {access.extends} gives</>} at most
        {access.start !== null && (
          <>
            , from <Time at={access.start} /> on
          </>
        )}
      </small>
    </>
  );
}
