// Which change of several a refusal is about.
import type { ProblemBody } from "../api.ts";
import { sentence } from "../format.ts";

type Errors = NonNullable<ProblemBody["errors"]>;

const AT = /^changes\[(\d+)\](?:\.body)?(?:\.(.*))?$/;

/** The API says these to programs. */
const WORDS: Record<string, string> = {
  "if-match-required": "There is one of that name already. Take this out, and change that one in its place.",
  changed: "Somebody changed it since. Take this out, and write it once more.",
};

/** What is wrong with the change at that place, line by line. */
export function faultsAt(errors: Errors | undefined, at: number): string[] {
  return (errors ?? []).flatMap(({ field, rule, message }) => {
    const [, place, inside] = AT.exec(field) ?? [];
    if (place === undefined || Number(place) !== at) return [];
    return [inside === undefined ? (WORDS[rule] ?? sentence(message)) : `${inside}: ${message}`];
  });
}

/** The refusal without what is said at its changes. */
export function restOf(body: ProblemBody): ProblemBody {
  const { errors = [], detail: _, ...refused } = body;
  const places = errors.flatMap(({ field }) => AT.exec(field)?.[1] ?? []);
  if (places.length === 0) return body;
  const named = [...new Set(places)].map((each) => Number(each) + 1).join(", ");
  const rest = errors.filter(({ field }) => !AT.test(field));
  return { ...refused, title: "Nothing is asked yet.", detail: `See change ${named}.`, errors: rest };
}
