// Which secrets a page shows: the address is the state.

/** What the address asks for. */
export interface View {
  /** Empty for the first of mine. */
  project: string;
  /** Empty for the project's first. */
  environment: string;
  /** How paths begin; empty for all. */
  path: string;
  /** How a key begins; empty for all. */
  key: string;
  /** Where the page begins; empty for the first. */
  cursor: string;
}

const NAMES = ["project", "environment", "path", "key", "cursor"] as const;

export function viewOf(search: URLSearchParams): View {
  const said = (name: keyof View) => search.get(name) ?? "";
  return {
    project: said("project"),
    environment: said("environment"),
    path: said("path"),
    key: said("key"),
    cursor: said("cursor"),
  };
}

/** The address that shows it, with only what is said. */
export function addressOf(view: View): string {
  const search = new URLSearchParams();
  for (const name of NAMES) if (view[name] !== "") search.set(name, view[name]);
  return search.size === 0 ? "/secrets" : `/secrets?${search}`;
}

/** The address of the page on which what was written is looked over and submitted. */
export function changeAddress(project: string): string {
  return `/secrets/change?${new URLSearchParams({ project })}`;
}

/** The query of the API; a path that lacks its slash gets it. */
export function queryOf({ path, key, cursor }: View, limit: number): string {
  const query = new URLSearchParams({ limit: String(limit) });
  const beginning = path.trim();
  if (beginning !== "") query.set("path", beginning.startsWith("/") ? beginning : `/${beginning}`);
  if (key.trim() !== "") query.set("key", key.trim());
  if (cursor !== "") query.set("cursor", cursor);
  return query.toString();
}
