// What governs the documents of a change: whether it waits for people, and for whom.
import { useEffect, useState } from "preact/hooks";
import type { Effective } from "../api.ts";
import { Problem, read } from "../client.ts";
import { nameOfPlace, type Place } from "../documents/written.ts";

/** What a policy asks for, and of which documents of the change. */
export interface Asking {
  id: string;
  name: string;
  requirements: Effective["policies"][number]["requirements"];
  documents: Place[];
}

/** What becomes of a change when it is sent. */
export interface Verdict {
  /** Every policy that must be satisfied; none where it is saved at once. */
  asking: Asking[];
  /** Documents that no policy governs. */
  free: Place[];
}

export function verdictOf(effective: readonly Effective[]): Verdict {
  const asking = new Map<string, Asking>();
  for (const { environment, path, policies } of effective) {
    for (const { id, name, requirements } of policies) {
      const before = asking.get(id)?.documents ?? [];
      asking.set(id, { id, name, requirements, documents: [...before, { environment, path }] });
    }
  }
  const free = effective.filter(({ unprotected }) => unprotected).map(({ environment, path }) => ({ environment, path }));
  return { asking: [...asking.values()], free };
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
      const verdict = verdictOf(await Promise.all(places.map((place) => effective(project, place))));
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
