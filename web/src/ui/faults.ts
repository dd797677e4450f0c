// Where the API's refusal belongs in the form: at the field it names, until that is another.
import type { Problem } from "../client.ts";
import { sentence } from "../format.ts";
import { same } from "./form.ts";
import { inWords } from "./span.ts";

/** What is wrong with the first of these fields that something is wrong with. */
export type Faults = (...fields: string[]) => string | undefined;

/** The form says lengths of time in another way than the API. */
const WORDS: Record<string, string> = { duration: "One minute at least, 365 days at most." };

export function faultsOf(problem: Problem | undefined, sent: object | undefined, now: object): Faults {
  return (...fields) => {
    const error = problem?.body.errors?.find(({ field }) => fields.includes(field) && same(at(sent, field), at(now, field)));
    return error && (WORDS[error.rule] ?? inWords(sentence(error.message)));
  };
}

/** What stands in a body at `targets[0].path`. */
function at(body: object | undefined, field: string): unknown {
  const steps = field.split(/[.[\]]+/).filter((step) => step !== "");
  return steps.reduce<unknown>((held, step) => (held as Record<string, unknown> | null | undefined)?.[step], body);
}
