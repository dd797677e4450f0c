// Made-up policies with a little memory: enough to see lists, forms, warnings and refusals.
import type { Effective, PolicyBody, PolicyVersion, WrittenPolicy } from "../src/api.ts";
import { members } from "../src/ui/directory.ts";
import { closest, counting } from "../src/policies/glob.ts";
import { OFF } from "../src/policies/switches.ts";
import { groups, people, person } from "./directory.ts";
import type { Asked } from "./fake.ts";
import { json, problem, stub, type Made } from "./made.ts";

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

const first: WrittenPolicy = {
  id: "policy-1",
  kind: "SECRETS",
  name: "Payments production",
  targets: [
    { environment: "prod", path: "/**" },
    { environment: "staging", path: "/payments/**" },
  ],
  requirements: [
    { approvals: 2, people: ["dana"], groups: ["leads"] },
    { approvals: 1, people: ["ana"], groups: [] },
  ],
  ...OFF,
  declineAfter: 1,
  pendingFor: "PT336H",
  mergeWithin: "PT48H",
  bypass: { who: "CHOSEN", people: [], groups: ["ops"] },
  reminders: { after: "PT24H", every: "PT12H", atMost: 3 },
  linkVoting: "OFF",
  channels: ["payments"],
  version: 2,
};
const second: WrittenPolicy = {
  ...first,
  id: "policy-2",
  name: "On call",
  targets: [{ environment: "prod", path: "/on-call" }],
  requirements: [{ approvals: 1, people: ["ben", "old"], groups: [] }],
  selfApproval: true,
  bypass: { who: "ANYONE" },
  mergeWithin: null,
  reminders: null,
  channels: [],
  version: 1,
};
const policies = new Map<string, WrittenPolicy>([first, second].map((each) => [each.id, each]));
const versions = new Map<string, PolicyVersion[]>([
  [
    first.id,
    [
      { change: "WRITTEN", by: person("ana"), at: ago(300), policy: { ...first, version: 1, bypass: { who: "ANYONE" }, mergeWithin: null } },
      { change: "WRITTEN", by: person("ben"), at: ago(5), policy: first },
    ],
  ],
  [second.id, [{ change: "WRITTEN", by: person("ana"), at: ago(20), policy: second }]],
]);

export function ofPolicies({ method, url, headers, body }: Asked, me: string): Made | undefined {
  const [, , area, , thing, id, part] = url.pathname.split("/");
  if (area !== "projects") return undefined;
  if (thing !== "policies") return undefined;
  if (id === "effective") return json(200, effective(url.searchParams));
  if (id === undefined && method === "GET") return json(200, { items: [...policies.values()], next: null, writers });
  if (part === "versions") return list(versions.get(id ?? "") ?? []);
  if (me === "dana" && method !== "GET") return problem(403, "permission-missing", "You lack policies:write.");
  const held = policies.get(id ?? "");
  if (method === "POST") return write(undefined, `policy-${policies.size + 10}`, JSON.parse(body) as Required<PolicyBody>, me);
  if (held === undefined) return problem(404, "not-found", "There is no such policy.");
  if (method === "GET") return tagged(held);
  if (headers["if-match"] !== tag(held)) return problem(412, "changed", "Somebody changed it since you saw it; read it again.");
  if (method === "PUT") return write(held, held.id, JSON.parse(body) as Required<PolicyBody>, me);
  policies.delete(held.id);
  versions.get(held.id)?.push({ change: "REMOVED", by: person(me), at: ago(0), policy: held });
  return json(200, { ...held, releases: released(held) });
}

function write(held: WrittenPolicy | undefined, id: string, body: Required<PolicyBody>, me: string): Made {
  const wrong = body.targets.findIndex(({ path }) => path?.split("/").some((part) => part.includes("*") && !/^\*\*?$/.test(part)));
  if (wrong >= 0) return refused(`targets[${wrong}].path`, "'*' and '**' stand for whole segments, not for a part of one");
  if (body.requirements.some(({ approvals }) => approvals > 3)) {
    return refused("requirements", "asks for more active people than there are: nobody could ever satisfy it");
  }
  const next = { ...body, id, version: (held?.version ?? 0) + 1 } as WrittenPolicy;
  policies.set(id, next);
  versions.set(id, [...(versions.get(id) ?? []), { change: "WRITTEN", by: person(me), at: ago(0), policy: next }]);
  const lowers = held && held.bypass === null && next.bypass !== null;
  return tagged({
    ...next,
    lowers: lowers ? [{ what: "bypass", from: "nobody", to: "anyone", message: "who may bypass: anyone instead of nobody" }] : [],
    releases: [],
    warnings: [
      {
        code: "beats",
        message: 'On prod:/payments/db this policy alone counts, and "Payments production" no longer does.',
        policy: { id: first.id, name: first.name },
        places: [{ environment: "prod", path: "/payments/db" }],
        lowers: [],
      },
    ],
  });
}

const writers = [person("ana"), person("ben")];

function effective(query: URLSearchParams): Effective {
  const place = { environment: query.get("environment") ?? "", path: query.get("path") ?? "" };
  const governing = counting([...policies.values()], place);
  return {
    ...place,
    unprotected: governing.length === 0,
    policies: governing.map(({ id, name, version, targets, selfApproval, requirements }) => ({
      id,
      name,
      version,
      rank: closest(targets, place) ?? "GLOB",
      target: targets[0] ?? place,
      selfApproval,
      requirements: requirements.map((each) => ({
        ...each,
        approvers: members({ people, groups }, each).map(({ id: one }) => person(one)),
      })),
    })),
    beaten: [],
    writers,
  };
}

function released(held: WrittenPolicy): WrittenPolicy["releases"] {
  return held.targets.map((place) => ({
    message: `On ${place.environment}:${place.path} this policy no longer counts, and what no other policy covers there changes without approval.`,
    place,
    except: [],
    instead: [],
    lowers: [],
  }));
}

function list(items: unknown[]): Made {
  return json(200, { items, next: null });
}

function tag({ version }: WrittenPolicy): string {
  return `"${version}"`;
}

function tagged(policy: WrittenPolicy): Made {
  const made = json(policy.version === 1 ? 201 : 200, policy);
  return { ...made, headers: { ...made.headers, etag: tag(policy) } };
}

function refused(field: string, message: string): Made {
  const said = stub(422, "invalid-field", `${field} ${message}.`);
  return json(422, { ...said, errors: [{ field, rule: "rule", message }] });
}
