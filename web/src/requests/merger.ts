// Who merged a request, and when: its timeline knows.
import type { ChangeRequest, Happening } from "../api.ts";

export interface Merger {
  by: Happening["by"];
  at: string;
}

/** Absent before the change is live, and where the lines that are read do not go back so far. */
export function mergerOf({ timeline }: Pick<ChangeRequest, "timeline">): Merger | undefined {
  const end = timeline.findLast(({ type }) => type === "Merged");
  const start = timeline.findLast(({ type, sequence }) => type === "Merge Started" && sequence < (end?.sequence ?? 0));
  return end && start && { by: start.by, at: end.at };
}
