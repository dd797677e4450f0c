// What is wrong with one change of a request, as the form of that change knows it.
import type { ProblemBody } from "../api.ts";

/** @param at its place among the changes of the request */
export function ofOne(body: ProblemBody, at = 0): ProblemBody {
  const { errors } = body;
  const one = `changes[${at}]`;
  const within = `${one}.body.`;
  if (errors === undefined) return body;
  return {
    ...body,
    errors: errors
      // What is said of the whole of it stands in the refusal itself.
      .filter(({ field }) => field !== one)
      .map((each) => (each.field.startsWith(within) ? { ...each, field: each.field.slice(within.length) } : each)),
  };
}
