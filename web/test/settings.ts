// Made-up people, groups, machines, roles and channels, with versions as the API has them.
import { groups, people, person } from "./directory.ts";
import { environments } from "./documents.ts";
import type { Asked } from "./fake.ts";
import { json, problem, type Made } from "./made.ts";

interface Held {
  version: number;
  value: Record<string, unknown>;
}

const issuer = "https://issuer.example.com";
const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
const binding = (id: string, holder: object, role: string, environment: string | null = null, path: string | null = null) => [
  `/v1/projects/payments/bindings/${id}`,
  { id, ...holder, role, environment, path, version: 1 },
];
const role = (id: string, ...permissions: string[]) => [`/v1/projects/payments/roles/${id}`, { id, permissions, version: 1 }];
const channel = (id: string, change: object) => [
  `/v1/projects/payments/channels/${id}`,
  { id, conversation: null, host: null, lastFour: "9f2c", state: "WORKING", reason: null, since: ago(2), test: null, version: 1, ...change },
];
const tested = { by: person("ana"), at: ago(1), status: "SENT", reason: null, seen: null };

const ALL = ["secrets:propose", "secrets:reveal", "policies:write", "requests:read", "requests:merge", "directory:write"];
const held = new Map<string, Held>(
  (
    [
      ...people.map((each) => [`/v1/people/${each.id}`, each]),
      ...groups.map((each) => [`/v1/groups/${each.id}`, each]),
      [
        "/v1/machines/deploy",
        {
          id: "deploy",
          actor: "machine:deploy",
          name: "Deployments",
          active: true,
          subject: { issuer, subject: "4k2j9" },
          owners: [person("dana")],
          formerOwners: [],
        },
      ],
      ["/v1/projects/payments", { id: "payments", name: "Payments", governance: "OPT_OUT", version: 1 }],
      ["/v1/projects/*", { id: "*", name: "Organisation", governance: "POLICY", version: 1 }],
      ...environments().map((each) => [`/v1/projects/payments/environments/${each.id}`, { ...each, version: 1 }]),
      binding("ana-admin", { person: "ana" }, "admin"),
      binding("leads-merges", { group: "leads" }, "release", "prod", "/payments/**"),
      binding("deploy", { machine: "deploy" }, "developer", "staging"),
      ["/v1/projects/*/bindings/first-admin", { id: "first-admin", person: "ana", role: "admin", environment: null, path: null, version: 1 }],
      role("admin", ...ALL, "destinations:write", "audit:read"),
      role("developer", "secrets:propose", "requests:read"),
      role("viewer", "requests:read"),
      role("release", "requests:read", "requests:merge"),
      channel("payments", { kind: "SLACK", conversation: "C024BE91L", test: tested }),
      channel("teams", { kind: "TEAMS", host: "prod-07.westeurope.logic.azure.com", state: "BROKEN", reason: "The workflow is gone; make it again, and give its address here." }),
    ] as [string, Record<string, unknown>][]
  ).map(([path, value]) => [path, { version: 1, value }]),
);
const joins = [
  { name: "Gus Guest", email: "gus@example.com", subject: { issuer, subject: "8f14e45f-ceea-467a-9b1c-2d4e6f8a0b1c" }, at: ago(3), until: ago(-700) },
];

/** Answers for what the settings read and write; undefined for anything else. */
export function settings({ method, url, headers, body }: Asked): Made | undefined {
  const path = decodeURIComponent(url.pathname);
  if (path === "/v1/joins") return json(200, { items: joins, next: null });
  if (path === "/v1/bootstrap" && method === "GET") {
    return json(200, { firstAdmin: person("ana"), at: ago(50), alone: true, secondAdmin: null, aloneUntil: null });
  }
  if (!/^\/v1\/(people|groups|machines|projects)/.test(path)) return undefined;
  const acts = /^(.*)\/(test|confirm)$/.exec(path);
  if (acts !== null) return tried(acts[1] ?? "", acts[2] ?? "");
  const known = held.get(path);
  if (method === "PUT") return written(path, known, headers["if-match"], JSON.parse(body));
  if (method === "DELETE" && known !== undefined) return taken(path, known, headers["if-match"]);
  if (known !== undefined) return { ...json(200, known.value), headers: { etag: `"${known.version}"` } };
  const items = [...held].filter(([each]) => each.startsWith(`${path}/`) && !each.slice(path.length + 1).includes("/"));
  return items.length === 0 ? undefined : json(200, { items: items.map(([, { value }]) => value), next: null });
}

function taken(path: string, known: Held, match: string | undefined): Made {
  if (match !== `"${known.version}"`) return problem(412, "changed", "Somebody changed it since you saw it; read it again.");
  held.delete(path);
  return json(200, known.value);
}

function written(path: string, known: Held | undefined, match: string | undefined, body: Record<string, unknown>): Made {
  if (known !== undefined && match === undefined) return problem(428, "if-match-required", "It exists already.");
  if (known !== undefined && match !== `"${known.version}"`) return problem(412, "changed", "Somebody changed it since you saw it; read it again.");
  const version = (known?.version ?? 0) + 1;
  const { members, owners, token, webhook, ...rest } = body;
  const list = (ids: unknown) => (ids as string[]).map(person);
  const secret = String(token ?? webhook ?? "");
  const value = {
    id: path.split("/").at(-1),
    ...(path.startsWith("/v1/people") && { groups: [], active: true, bound: rest["subject"] !== undefined }),
    ...known?.value,
    ...rest,
    ...(members !== undefined && { members: list(members) }),
    ...(owners !== undefined && { owners: list(owners), formerOwners: [] }),
    ...(path.includes("/channels/") && { state: "UNUSED", reason: null, since: null, test: null, lastFour: secret.slice(-4) || "9f2c", host: null }),
    version,
  };
  held.set(path, { version, value });
  return { ...json(known === undefined ? 201 : 200, value), headers: { etag: `"${version}"` } };
}

function tried(path: string, act: string): Made {
  const known = held.get(path);
  if (known === undefined) return problem(404, "not-found", "There is no such channel.");
  const at = new Date().toISOString();
  const before = (known.value["test"] ?? tested) as object;
  const test = act === "test" ? { ...tested, at, status: "QUEUED" } : { ...before, seen: { by: person("ana"), at } };
  known.value = { ...known.value, test };
  if (act === "test") setTimeout(() => (known.value = { ...known.value, state: "WORKING", reason: null, test: { ...tested, at } }), HOUR_MS / 2_000);
  return json(act === "test" ? 202 : 200, known.value);
}
