// Made-up documents of the made-up project, and what governs them.
import type { DocumentSummary, Effective, Environment, Submission } from "../src/api.ts";
import { json, problem, VALUE, type Made } from "./made.ts";
import { remember } from "./memory.ts";
import { request } from "./requests.ts";

const ana = { id: "ana", name: "Ana Ruiz", kind: "PERSON" as const };
const ben = { id: "ben", name: "Ben Weber", kind: "PERSON" as const };
const dana = { id: "dana", name: "Dana Okafor", kind: "PERSON" as const };

export function environments(): Environment[] {
  return ["prod", "staging", "empty"].map((id) => ({
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    secretPrefix: `${id}/`,
    kmsKeyArn: null,
    rotatedKeys: [],
    version: 1,
  }));
}

function document(path: string, change: Partial<DocumentSummary>): DocumentSummary {
  return {
    path,
    content: "OBJECT",
    keys: ["HOST", "PORT", "PASSWORD"].map((key) => ({ key, kind: key === "PORT" ? "NUMBER" : "STRING", rotated: false })),
    versionId: "0b1d2c3e",
    previousVersionId: null,
    changedAt: new Date(Date.now() - 7_200_000).toISOString(),
    request: "payments-3",
    pending: [],
    hindrance: null,
    may: ["propose", "reveal"],
    ...change,
  };
}

const DOCUMENTS: DocumentSummary[] = [
  document("/payments/db", {
    keys: [
      { key: "DB_PASSWORD", kind: "STRING", rotated: false },
      { key: "DB_POOL_SIZE", kind: "NUMBER", rotated: false },
      { key: "DB_USR", kind: "STRING", rotated: false },
      { key: "A_KEY_WITH_A_NAME_THAT_IS_LONGER_THAN_ANY_PHONE_IS_WIDE", kind: "STRING", rotated: false },
      { key: "ROTATED", kind: "STRING", rotated: true },
      { key: "odd\u202ekey", kind: "NULL", rotated: false },
    ],
    pending: [{ id: "payments-1", title: "Rotate the database password and name the user properly", author: dana, keys: ["DB_PASSWORD", "DB_USR"] }],
  }),
  document("/payments/stripe/webhooks-of-the-refund-endpoint", { request: null, hindrance: "ROTATING" }),
  document("/motd", { content: "TEXT", keys: [{ key: "value", kind: "STRING", rotated: false }], may: ["propose"] }),
  document("/payments/new", {
    content: "PROPOSED",
    keys: [],
    versionId: null,
    changedAt: null,
    request: null,
    pending: [{ id: "payments-1", title: "Rotate the database password and name the user properly", author: dana, keys: ["TOKEN"] }],
  }),
  document("/nested", { content: "UNREADABLE", keys: [], changedAt: null, request: null }),
  ...Array.from({ length: 40 }, (_, n) => document(`/service-${n}`, {})),
];

export function documents(environment: string, query: URLSearchParams): Made {
  const begins = (text: string, name: string) => text.toLowerCase().startsWith((query.get(name) ?? "").toLowerCase());
  const held = environment === "prod" ? DOCUMENTS : environment === "staging" ? DOCUMENTS.slice(0, 3) : [];
  const all = held.filter(({ path, keys }) => begins(path, "path") && (!query.has("key") || keys.some(({ key }) => begins(key, "key"))));
  const from = Number(query.get("cursor") ?? 0);
  return json(200, { items: all.slice(from, from + 25), next: from + 25 < all.length ? String(from + 25) : null });
}

export function effective(query: URLSearchParams): Made {
  const environment = query.get("environment") ?? "";
  const path = query.get("path") ?? "";
  const asked = environment === "prod";
  const policies: Effective["policies"] = [
    {
      id: "p1",
      name: "Payments production",
      version: 7,
      rank: "ENVIRONMENT",
      target: { environment, path: "/**" },
      selfApproval: false,
      requirements: [{ approvals: 2, people: ["ana"], groups: ["payments"], approvers: [ana, ben, dana] }],
    },
  ];
  return json(200, { environment, path, unprotected: !asked, policies: asked ? policies : [], beaten: [], writers: [] });
}

export function revealed(body: string): Made {
  const { path, key } = JSON.parse(body) as { path: string; key: string };
  const current = { present: true, value: VALUE, kind: "STRING", versionId: "0b1d2c3e" };
  return json(200, { environment: "prod", path, key, current });
}

let number = 100;

export function submitted(body: string): Made {
  const { title, message, changes } = JSON.parse(body) as Submission;
  const keys = changes.flatMap((each, at) => Object.keys(each.set ?? {}).map((key) => ({ at, key })));
  const wrong = keys.filter(({ key }) => !/^[A-Za-z0-9_.-]+$/.test(key));
  if (wrong.length > 0) {
    const errors = wrong.map(({ at, key }) => ({ field: `changes[${at}].set.${key}`, rule: "key-name", message: "is no name for a new key" }));
    const refused = { type: "urn:countersign:problem:invalid-change", title: "Refused", status: 422, code: "invalid-change" };
    return json(422, { ...refused, detail: "It cannot be proposed.", errors });
  }
  if (title === "away") return problem(503, "unavailable", "AWS is away; nothing is lost.");
  const made = request({
    id: `payments-${++number}`,
    title,
    message: message ?? "",
    changes: changes.map(({ environment, path, set, delete: gone, rename, deleteDocument }) => ({
      environment,
      path,
      operations: [
        ...Object.keys(set ?? {}).map((key) => ({ op: "set" as const, key, change: "change" as const, kind: "string" as const })),
        ...(gone ?? []).map((key) => ({ op: "delete" as const, key })),
        ...Object.entries(rename ?? {}).map(([from, to]) => ({ op: "rename" as const, from, to })),
        ...(deleteDocument ? [{ op: "deleteDocument" as const, keys: [] }] : []),
      ],
    })),
  });
  const free = changes.every(({ environment }) => environment !== "prod");
  remember(free ? { ...made, status: "MERGED", may: ["comment"], policies: [], reasons: [] } : made);
  return json(free ? 202 : 201, { ...made, status: free ? "MERGING" : "OPEN" });
}
