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

/** "Changes of the rules of payments", "Access to prod:/db/** of payments". */
export function placeIn({ kind, project, environment, path }: Pick<Impact["places"][number], "kind" | "project" | "environment" | "path">): string {
  const where = project === "*" ? "the organisation" : plain(project);
  if (kind === "GOVERNANCE") return `Changes of the rules of ${where}`;
  return `${kind === "ACCESS" ? "Access to" : "Secrets at"} ${plain(`${environment}:${path}`)} of ${where}`;
}

/** What it comes to, first of all whether something gets weaker. */
export function standingIn({ places, documents, requests, more }: Pick<Impact, "places" | "documents" | "requests" | "more">): string {
  if (places.length + documents.length + requests.length === 0)
    return more ? "Nothing that was looked at needs another approval." : "Nothing else needs another approval.";
  const secrets = documents.reduce((sum, each) => sum + each.count, 0);
  const kinds = [
    ...(places.length === 0 ? [] : [count(places.length, "place")]),
    ...(secrets === 0 ? [] : [count(secrets, "secret")]),
    ...(requests.length === 0 ? [] : [count(requests.length, "open request")]),
  ];
  const what = [kinds.slice(0, -1).join(", "), ...kinds.slice(-1)].filter(Boolean).join(" and ");
  const lowered = [...places, ...documents, ...requests].some(({ lowers }) => lowers.length > 0);
  return `${what} would need another approval than now${lowered ? ", some of them a weaker one" : ""}.`;
}
