// What documents and open requests need before and after a change of rules, in words.
import type { Impact } from "../api.ts";
import { count, plain } from "../format.ts";

/** So many paths are named. */
const NAMED = 6;

export function askedIn(asked: readonly string[]): string {
  return asked.length === 0 ? "nobody has to agree" : asked.map(plain).join("; and ");
}

/** "/db, /web and 3 more". */
export function pathsIn({ paths, count: all }: Pick<Impact["documents"][number], "paths" | "count">): string {
  const named = paths.slice(0, NAMED).map(plain);
  const rest = all - named.length;
  return rest > 0 ? `${named.join(", ")} and ${rest} more` : named.join(", ");
}

/** What it comes to, first of all whether something gets weaker. */
export function standingIn({ documents, requests }: Pick<Impact, "documents" | "requests">): string {
  if (documents.length + requests.length === 0) return "Nothing else needs another approval.";
  const secrets = documents.reduce((sum, each) => sum + each.count, 0);
  const what = [
    ...(secrets === 0 ? [] : [count(secrets, "secret")]),
    ...(requests.length === 0 ? [] : [count(requests.length, "open request")]),
  ].join(" and ");
  const lowered = [...documents, ...requests].some(({ lowers }) => lowers.length > 0);
  return `${what} would need another approval than now${lowered ? ", some of them a weaker one" : ""}.`;
}
