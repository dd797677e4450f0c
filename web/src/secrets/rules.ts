// What governs the documents of a change: whether it waits for people, and for whom.
import { useEffect, useState } from "preact/hooks";
import type { Effective } from "../api.ts";
import { Problem, read } from "../client.ts";
import { nameOfPlace, type Place } from "../documents/written.ts";
import { myId } from "../session/me.ts";

/** What a policy asks for, and of which documents of the change. */
export interface Asking {
  id: string;
  name: string;
  /** With those as approvers who could approve what this author writes. */
  requirements: Effective["policies"][number]["requirements"];
  documents: Place[];
  /** Whether the author is one of its approvers, and then whether that counts for what they write. */
  author: "NONE" | "COUNTS" | "LEFT_OUT";
}

/** What becomes of a change when it is sent. */
export interface Verdict {
  /** Every policy that must be satisfied; none where it is saved at once. */
  asking: Asking[];
  /** Documents that no policy governs. */
  free: Place[];
}

/** For what that person is about to write. */
export function verdictOf(effective: readonly Effective[], author: string | undefined): Verdict {
  const asking = new Map<string, Asking>();
  for (const { environment, path, policies } of effective) {
    for (const policy of policies) {
      const before = asking.get(policy.id)?.documents ?? [];
      asking.set(policy.id, { ...asked(policy, author), documents: [...before, { environment, path }] });
    }
  }
  const free = effective.filter(({ unprotected }) => unprotected).map(({ environment, path }) => ({ environment, path }));
  return { asking: [...asking.values()], free };
}

function asked({ id, name, requirements, selfApproval }: Effective["policies"][number], author: string | undefined) {
  const among = requirements.some(({ approvers }) => approvers.some((each) => each.id === author));
  const standing: Asking["author"] = !among ? "NONE" : selfApproval ? "COUNTS" : "LEFT_OUT";
  const others = requirements.map((each) => ({ ...each, approvers: each.approvers.filter((one) => one.id !== author) }));
  return { id, name, requirements: selfApproval ? requirements : others, author: standing };
}

/** True where it would be saved at once. */
export function atOnce({ asking }: Verdict): boolean {
  return asking.length === 0;
}

export interface Judged {
  /** Absent until it is known. */
  verdict: Verdict | undefined;
  problem: Problem | undefined;
  /** Asks again, and answers what is true now; undefined where that cannot be told. */
  again(): Promise<Verdict | undefined>;
}

/** Asks what governs these documents, again whenever they are others. */
export function useVerdict(project: string, places: readonly Place[]): Judged {
  const [judged, setJudged] = useState<{ about: string; verdict?: Verdict; problem?: Problem }>({ about: "" });
  const about = [project, ...places.map(nameOfPlace)].join("\n\n");

  async function again(): Promise<Verdict | undefined> {
    try {
      const verdict = verdictOf(await Promise.all(places.map((place) => effective(project, place))), myId());
      setJudged({ about, verdict });
      return verdict;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setJudged({ about, problem: error });
      return undefined;
    }
  }

  useEffect(() => {
    if (places.length > 0) void again();
  }, [about]);
  const known = judged.about === about ? judged : undefined;
  return { verdict: known?.verdict, problem: known?.problem, again };
}

async function effective(project: string, { environment, path }: Place): Promise<Effective> {
  const query = new URLSearchParams({ environment, path });
  const { body } = await read<Effective>(`/v1/projects/${project}/policies/effective?${query}`);
  if (body === undefined) throw new Problem({ status: 0, code: "no-answer", title: "No answer from Countersign" });
  return body;
}
