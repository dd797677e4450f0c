// The way of every form that writes what is governed: saved at once, or asked of those who have to agree.
import type { GovernanceState, RulesSubmission, Submitted } from "../api.ts";
import { edit, post, Problem, remove, type Answer, type Send } from "../client.ts";
import { go } from "../router.ts";
import { draft, type Draft } from "../session/draft.ts";
import { me } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { useReading } from "../ui/reading.ts";
import { ofOnly } from "./only.ts";
import { together } from "./together.ts";

const FRESH_MS = 30_000;
/** Others have to agree. */
const ASKED = 202;

type Change = RulesSubmission["changes"][number];

export interface Agreement {
  /** Who has to agree now; absent until it is known. */
  state: GovernanceState | undefined;
  /** What is said to them. */
  why: Draft;
  post: Send;
  edit(seen: string | null): Send;
  remove(seen: string | null): Send;
}

/**
 * @param project whose rules it is about, or `*`
 * @param place of what was typed
 * @param drop forgets what was typed, once it is asked for
 * @param asked whose policies have a say in it, where it is not the project's alone
 */
export function useAgreement(project: string, place: string, drop: () => void = () => {}, asked = [project]): Agreement {
  const state = useStateOf(asked);
  const why = draft(`${place}.why`);

  /** With words to others it is a request of its own, as only those have any. */
  function asking(method: Change["method"], plainly: Send, seen: string | null = null): Send {
    return async <T>(path: string, body: unknown, key: string): Promise<Answer<T>> => {
      const message = state?.atOnce === false ? why.text.trim() : "";
      const change = { method, path, ...(seen && { ifMatch: seen }), ...(method !== "DELETE" && { body }) };
      const answer = await (message === "" ? plainly<T>(path, body, key) : alone<T>({ project, message, changes: [change] }, key));
      why.drop();
      if (answer.status !== ASKED) return answer;
      drop();
      const { id } = answer.body as Submitted;
      go(`/requests/${id}`);
      scrollTo(0, 0);
      announce("Nothing is changed yet: others are asked to agree.");
      return { ...answer, body: undefined, asked: true };
    };
  }

  return {
    state,
    why,
    post: asking("POST", post),
    edit: (seen) => asking("PUT", edit(seen), seen),
    remove: (seen) => asking("DELETE", remove(seen), seen),
  };
}

/** Whom it asks that these have a say in; only admins of the organisation see who has one there. */
function useStateOf(asked: readonly string[]): GovernanceState | undefined {
  const there = useGovernance(asked.find((each) => each !== ORGANISATION));
  const everywhere = useGovernance(asked.includes(ORGANISATION) && me.value?.organisationAdmin === true ? ORGANISATION : undefined);
  return together(asked.map((each) => (each === ORGANISATION ? everywhere : there)));
}

/** Nothing is read without a project. */
function useGovernance(project: string | undefined): GovernanceState | undefined {
  return useReading<GovernanceState>(project === undefined ? undefined : `/v1/projects/${project}/governance`, FRESH_MS).value;
}

async function alone<T>(body: RulesSubmission, key: string): Promise<Answer<T>> {
  try {
    return await post<T>("/v1/governance-requests", body, key === "" ? crypto.randomUUID() : key);
  } catch (error) {
    if (error instanceof Problem) throw new Problem(ofOnly(error.body));
    throw error;
  }
}
