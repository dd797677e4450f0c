import type { Problem } from "../client.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { ASK } from "./address.ts";

/** Where in the form the API's errors have their places. */
const PLACED = ["project", "environment", "path", "actions", "duration", "end", "start", "reason"];

/** What is not said at the fields, and the way on. */
export function Refused({ problem }: { problem: Problem | undefined }) {
  if (problem === undefined) return null;
  const { errors = [], reasons = [], code } = problem.body;
  if (errors.length > 0 && reasons.length === 0 && errors.every(({ field }) => PLACED.includes(field))) return null;
  return (
    <>
      <ProblemNotice problem={problem} />
      {code === "grant-ended" && (
        <p>
          <a href={ASK}>Ask for it anew</a>
        </p>
      )}
    </>
  );
}
