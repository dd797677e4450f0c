import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { CastByLink, LinkedRequest } from "../api.ts";
import { Problem, postOpenly } from "../client.ts";
import { askToSignIn } from "../session/gate.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Ballot } from "./ballot.tsx";
import { Done } from "./done.tsx";
import { forgetLink } from "./token.ts";
import { Void } from "./void.tsx";

/** Where a mail's link leads whoever is not signed in: nothing happens before they choose how to go on. */
export function LinkPage({ id, token }: { id: string; token: string }) {
  const [request, setRequest] = useState<LinkedRequest | undefined>(undefined);
  const [cast, setCast] = useState<CastByLink | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  /** Whether a vote was sent before, to which no answer came. */
  const [unsure, setUnsure] = useState(false);
  useEffect(() => {
    document.title = `${id} · Countersign`;
  }, [id]);
  const over = cast !== undefined || problem?.body.code === "link-void";
  // In the same step as the page that says so: whoever loads it again at once does not find the link.
  useLayoutEffect(() => {
    if (over) forgetLink();
  }, [over]);

  async function inspect() {
    if (busy) return;
    setBusy(true);
    try {
      const { body } = await postOpenly<LinkedRequest>("/v1/links/inspect", { token });
      setProblem(undefined);
      setRequest(body);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (cast !== undefined && request !== undefined) return <Done request={request} cast={cast} />;
  if (problem?.body.code === "link-void") return <Void id={id} unsure={unsure} />;
  if (request !== undefined) {
    return (
      <Ballot
        request={request}
        token={token}
        onCast={setCast}
        onVoid={(why, sent) => {
          setUnsure(sent);
          setProblem(why);
        }}
      />
    );
  }
  return (
    <section class="gate">
      <h1 tabIndex={-1}>{id} waits for your vote</h1>
      <p>Sign in to see all of it, or vote with the six digits that stand in your mail.</p>
      {problem && <ProblemNotice problem={problem} retry={() => void inspect()} />}
      <div class="row">
        <button type="button" onClick={askToSignIn}>
          Sign in
        </button>
        <button type="button" class="plain" aria-busy={busy} onClick={() => void inspect()}>
          Vote with the code in your mail
        </button>
      </div>
    </section>
  );
}
