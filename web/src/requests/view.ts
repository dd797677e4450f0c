// Which requests a list shows: the address is the state, so every list can be linked to.
import type { Status } from "../api.ts";

export const ALL = "all";

/** What the address asks for. */
export interface View {
  waiting: boolean;
  project: string;
  /** A status, `all`, or empty for whatever waits. */
  status: Status | typeof ALL | "";
  environment: string;
  author: string;
  q: string;
  /** Only what went around its approvers and was not looked at since. */
  unreviewed: boolean;
  /** Where the page begins; empty for the newest. */
  cursor: string;
}

/** Nothing asked for is what waits for me. */
export function viewOf(search: URLSearchParams): View {
  const status = (search.get("status") ?? "") as View["status"];
  return {
    waiting: search.get("waiting") === "me" || status === "",
    project: search.get("project") ?? "",
    status,
    environment: search.get("environment") ?? "",
    author: search.get("author") ?? "",
    q: search.get("q") ?? "",
    unreviewed: search.get("reviewed") === "false",
    cursor: search.get("cursor") ?? "",
  };
}

/** The address that shows it, with only what is said. */
export function addressOf(view: View): string {
  const search = new URLSearchParams();
  if (view.waiting && view.status !== "") search.set("waiting", "me");
  for (const name of ["project", "status", "environment", "author", "q"] as const) {
    if (view[name] !== "") search.set(name, view[name]);
  }
  if (view.unreviewed) search.set("reviewed", "false");
  if (view.cursor !== "") search.set("cursor", view.cursor);
  return search.size === 0 ? "/" : `/?${search}`;
}

/** The query of the API. */
export function queryOf(view: View, limit: number): string {
  const query = new URLSearchParams({ limit: String(limit) });
  if (view.waiting) query.set("waitingFor", "me");
  if (view.status !== "" && view.status !== ALL) query.set("status", view.status);
  for (const name of ["project", "environment", "author", "q"] as const) {
    const said = view[name].trim();
    if (said !== "") query.set(name, said);
  }
  if (view.unreviewed) query.set("reviewed", "false");
  if (view.cursor !== "") query.set("cursor", view.cursor);
  return query.toString();
}

/** Whether it asks for less than its tab. */
export function narrowed({ project, environment, author, q }: View): boolean {
  return project !== "" || environment !== "" || author !== "" || q !== "";
}
