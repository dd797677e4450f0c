// Which grants the page shows: the address is the state.
import { LIST } from "./address.ts";

export interface View {
  /** One's own, or everybody's that one may see. */
  whose: "mine" | "all";
  /** Empty for all projects. */
  project: string;
  /** Where the page begins; empty for the newest. */
  cursor: string;
}

export function viewOf(search: URLSearchParams): View {
  return {
    whose: search.get("whose") === "all" ? "all" : "mine",
    project: search.get("project") ?? "",
    cursor: search.get("cursor") ?? "",
  };
}

/** The address that shows it, with only what is said. */
export function addressOf({ whose, project, cursor }: View): string {
  const search = new URLSearchParams({
    ...(whose === "all" && { whose }),
    ...(project !== "" && { project }),
    ...(cursor !== "" && { cursor }),
  });
  return search.size === 0 ? LIST : `${LIST}?${search}`;
}

/** The query of the API. */
export function queryOf({ whose, project, cursor }: View, limit: number): string {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(whose === "mine" && { holder: "me" }),
    ...(project !== "" && { project }),
    ...(cursor !== "" && { cursor }),
  });
  return query.toString();
}
