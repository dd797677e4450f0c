// A change of rules as it is asked for: the call that would make it by itself.
import type { RuleChange as Change } from "../api.ts";
import { ORGANISATION } from "../ui/may.tsx";

export type { Change };

const WORDS: Record<string, string> = {
  people: "person",
  machines: "machine",
  groups: "group",
  projects: "project",
  environments: "environment",
  bindings: "role of",
  roles: "role",
  destinations: "destination",
  policies: "policy",
};

/** What it does, as the title of a request would say it. */
export function wordsOf(change: Change): string {
  const { sort, id } = aimOf(change);
  const verb = change.method === "DELETE" ? "Remove" : change.ifMatch === undefined ? "Add" : "Change";
  return `${verb} ${WORDS[sort] ?? sort} ${calledIn(change.body) ?? id}`;
}

/** Who has a say in it, of the project that it is asked for in and the organisation. */
export function askedBy(project: string, change: Change): string[] {
  const { sort } = aimOf(change);
  const fresh = change.ifMatch === undefined;
  if (project === ORGANISATION || (sort === "projects" && fresh)) return [ORGANISATION];
  return sort === "environments" && fresh ? [project, ORGANISATION] : [project];
}

/** Whether both are about one thing, so that one of them takes the place of the other. */
export function meets(one: Change, other: Change): boolean {
  return one.path === other.path && one.method !== "POST" && other.method !== "POST";
}

/** The last collection of its path, and what it names there. */
function aimOf({ method, path }: Change): { sort: string; id: string } {
  const parts = path.split("/");
  const [sort = "", id = ""] = method === "POST" ? [parts.at(-1)] : parts.slice(-2);
  return { sort, id };
}

function calledIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const said = body as Record<string, unknown>;
  const holder = said["person"] ?? said["machine"] ?? said["group"];
  if (typeof holder === "string") return `${holder} as ${String(said["role"])}`;
  return typeof said["name"] === "string" && said["name"] !== "" ? said["name"] : undefined;
}
