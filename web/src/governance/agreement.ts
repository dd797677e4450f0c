// The way of every form that writes what is governed: saved at once, asked of those who have to agree, or kept to be asked for with others.
import { useRef } from "preact/hooks";
import type { GovernanceState, Submitted } from "../api.ts";
import { edit, post, Problem, remove, type Answer, type Send } from "../client.ts";
import { go } from "../router.ts";
import { draft, type Draft } from "../session/draft.ts";
import { me } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { ORGANISATION } from "../ui/may.tsx";
import { useReading } from "../ui/reading.ts";
import type { Change } from "./change.ts";
import { collect, collectedAt, type Collected } from "./collected.ts";
import { ofOne } from "./only.ts";
import { amendmentOf, revised, type Revised } from "./revising.ts";
import { together } from "./together.ts";

const FRESH_MS = 30_000;
/** Others have to agree. */
const ASKED = 202;

export interface Agreement {
  /** Who has to agree now; absent until it is known. */
  state: GovernanceState | undefined;
  /** What is said to them. */
  why: Draft;
  /** The request whose change this makes anew, if any. */
  revises: Revised | undefined;
  /** What is sent meanwhile is kept, to be asked for together with others; the words say what it does, where it does not. */
  collecting(send: () => void, words?: string): void;
  /** Forgets what was said, and that it is a request's change. */
  discard(): void;
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
  const revising = revised(place);
  const keeping = useRef<Pick<Collected, "words"> | undefined>(undefined);

  function discard() {
    why.drop();
    revising.drop();
  }

  /** With words to others it is a request of its own, as only those have any. */
  function asking(method: Change["method"], plainly: Send, seen: string | null = null): Send {
    return async <T>(path: string, body: unknown, key: string): Promise<Answer<T>> => {
      const change = { method, path, ...(seen && { ifMatch: seen }), ...(method !== "DELETE" && { body }) };
      if (keeping.current !== undefined) {
        collect({ project, change, ...keeping.current });
        return gone(collectedAt(project), "It is kept with the others. Nothing is asked yet.");
      }
      const message = state?.atOnce === false ? why.text.trim() : "";
      const answer = await (revising.value !== undefined
        ? revision<T>(revising.value, change, why.text.trim(), key)
        : message === ""
          ? plainly<T>(path, body, key)
          : one<T>("/v1/governance-requests", { project, message, changes: [change] }, key));
      if (answer.status !== ASKED) {
        discard();
        return answer;
      }
      const { id } = answer.body as Submitted;
      return gone(`/requests/${id}`, "Nothing is changed yet: others are asked to agree.");
    };
  }

  function gone<T>(to: string, said: string): Answer<T> {
    discard();
    drop();
    go(to);
    scrollTo(0, 0);
    announce(said);
    return { status: ASKED, etag: null, body: undefined, asked: true };
  }

  return {
    state,
    why,
    revises: revising.value,
    collecting(send, words) {
      keeping.current = words === undefined ? {} : { words };
      try {
        send();
      } finally {
        keeping.current = undefined;
      }
    },
    discard,
    post: asking("POST", post),
    edit: (seen) => asking("PUT", edit(seen), seen),
    remove: (seen) => asking("DELETE", remove(seen), seen),
  };
}

/** Whom it asks that these have a say in; only admins of the organisation see who has one there. */
export function useStateOf(asked: readonly string[]): GovernanceState | undefined {
  const there = useGovernance(asked.find((each) => each !== ORGANISATION));
  const everywhere = useGovernance(asked.includes(ORGANISATION) && me.value?.organisationAdmin === true ? ORGANISATION : undefined);
  return together(asked.map((each) => (each === ORGANISATION ? everywhere : there)));
}

/** Nothing is read without a project. */
function useGovernance(project: string | undefined): GovernanceState | undefined {
  return useReading<GovernanceState>(project === undefined ? undefined : `/v1/projects/${project}/governance`, FRESH_MS).value;
}

function revision<T>(request: Revised, change: Change, message: string, key: string): Promise<Answer<T>> {
  return one<T>(`/v1/governance-requests/${request.id}/revisions`, amendmentOf(request, change, message), key, request.at);
}

/** What is refused of the change at that place is refused as if it were by itself. */
async function one<T>(path: string, body: object, key: string, at = 0): Promise<Answer<T>> {
  try {
    return await post<T>(path, body, key === "" ? crypto.randomUUID() : key);
  } catch (error) {
    if (error instanceof Problem) throw new Problem(ofOne(error.body, at));
    throw error;
  }
}
