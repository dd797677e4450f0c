// What is wrong with the only change of a request, as the form of that change knows it.
import type { ProblemBody } from "../api.ts";

const ONLY = "changes[0].body.";

export function ofOnly(body: ProblemBody): ProblemBody {
  const { errors } = body;
  if (errors === undefined) return body;
  return {
    ...body,
    errors: errors.map((each) => (each.field.startsWith(ONLY) ? { ...each, field: each.field.slice(ONLY.length) } : each)),
  };
}
