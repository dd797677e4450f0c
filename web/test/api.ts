// A made-up API with a little memory, enough to see each page and each refusal.
import type { Action, Actor, Amendment, ChangeRequest, Counts, Happening, MovedDocument, Status } from "../src/api.ts";
import { STATUSES } from "../src/format.ts";
import { PERMISSIONS } from "../src/settings/permissions.ts";
import { claimsOf } from "../src/session/pkce.ts";
import { documents, effective, environments, revealed, submitted } from "./documents.ts";
import type { Asked } from "./fake.ts";
import { json, problem, stub, tagged, VALUE, type Made } from "./made.ts";
import { governing, impact } from "./governance.ts";
import { links } from "./links.ts";
import { NAMES, remember, requests } from "./memory.ts";
import { ofPolicies } from "./policies.ts";
import { asksForAccess, merged, request } from "./requests.ts";
import { settings } from "./settings.ts";

/** What the author may do with an open request, in place of what an approver may. */
const AUTHORS: Action[] = ["revise", "merge", "bypass", "withdraw", "comment"];
export function api(asked: Asked): Made {
  const { method, url, headers, body } = asked;
  if (url.pathname.startsWith("/v1/links/")) return links(url.pathname, body);
  const person = String(claimsOf(headers["authorization"] ?? "")["sub"] ?? "");
  const name = NAMES[person];
  if (person === "") return json(401, { message: "Unauthorized" });
  if (url.pathname === "/v1/join") return json(201, { ...JSON.parse(body), subject: {}, at: new Date(), until: "2099-01-01T00:00:00Z" });
  if (url.pathname === "/v1/bootstrap" && method === "POST") {
    const { code, name: given } = JSON.parse(body) as { code: string; name: string };
    if (code !== "open-sesame") return problem(403, "wrong-code", "This is not the code, or it was used already.");
    NAMES[person] = given;
    return json(201, {});
  }
  if (name === undefined) return problem(403, "unknown-person", "Nobody has added you to this installation.");
  const by: Actor = { id: person, name, kind: "PERSON" };
  const [, , thing, id = "", act = "", digest] = url.pathname.split("/");
  if (thing === "me") return json(200, me(by));
  if (url.pathname.endsWith("/governance")) return json(200, governing(id));
  const made = ofPolicies(asked, person) ?? settings(asked);
  if (made !== undefined) return made;
  if (thing === "projects") return ofProject(url, method, body);
  if (thing === "grants" && method === "GET") return json(200, { items: grants(), next: null });
  if (thing === "governance-requests" && id !== "") return revised(requests.get(id)!, JSON.parse(body) as Amendment, by);
  if (thing === "access-requests" && id === "") return json(201, askedFor(JSON.parse(body) as Asking, by));
  if (id === "" && method === "POST") return submitted(body);
  if (id === "") return list(url, by);
  if (id === "counts") return json(200, counted(by));
  const held = requests.get(id);
  if (held === undefined) return problem(404, "not-found", "There is no such request, or you may not know of it.");
  if (act === "impact") return json(200, impact);
  if (act === "moved") return json(200, { items: moved(held), next: null });
  if (method === "GET" && digest !== undefined) return json(200, former(held, digest));
  if (method === "GET") return tagged(seenBy(held, by), headers["if-none-match"]);
  return command(held, act, JSON.parse(body), by);
}

function me({ id, name }: Actor) {
  const admin = id === "ana";
  const [roles, permissions] = admin ? [["admin"], PERMISSIONS] : [["developer"], ["secrets:propose", "requests:read"]];
  const projects = [{ id: "payments", name: "Payments", roles, permissions, governance: "OPT_OUT" }];
  return { person: { id, name, email: `${id}@example.com` }, machine: null, organisationAdmin: admin, organisation: { governance: "POLICY", settingUp: false }, projects };
}

function ofProject({ pathname, searchParams }: URL, method: string, body: string): Made {
  if (pathname.endsWith("/environments")) return json(200, { items: environments(), next: null });
  if (pathname.endsWith("/destinations")) {
    return json(200, { items: [{ id: "parameters", type: "SSM", environment: "prod", path: "/**", parameterPrefix: "/", wholeDocument: false, version: 1 }], next: null });
  }
  if (pathname.endsWith("/effective")) return effective(searchParams);
  if (method === "POST") return revealed(body);
  return documents(pathname.split("/")[5] ?? "", searchParams);
}

type Asking = { environment: string; path: string; duration: string; reason: string };

function askedFor({ environment, path, duration, reason }: Asking, author: Actor) {
  const access = { ...asksForAccess.access!, environment, path, duration };
  const next = request({ ...asksForAccess, id: `payments-${requests.size + 10}`, author, access, message: reason });
  remember(next);
  return next;
}

function grants() {
  return [...requests.values()].flatMap(({ id, project, title, grant }) => (grant ? [{ ...grant, request: id, project, title }] : []));
}

function seenBy(held: ChangeRequest, by: Actor): ChangeRequest {
  if (held.status !== "OPEN") return held;
  if (by.id === held.author.id) return { ...held, may: AUTHORS, mayNot: [] };
  return held.votes.some(({ person }) => person.id === by.id) ? { ...held, may: [...held.may, "retract"] } : held;
}

function moved({ id }: ChangeRequest): MovedDocument[] {
  const message = "prod:/payments/db was written to since this revision was made.";
  return id === "payments-2" ? [{ environment: "prod", path: "/payments/db", fate: "WRITTEN", message }] : [];
}

function former(held: ChangeRequest, digest: string) {
  const changes = held.changes.slice(0, 1).map((each) => ({ ...each, operations: each.operations.slice(1) }));
  return { ...held, digest, changes, title: "Rotate the database password" };
}

function command(held: ChangeRequest, act: string, body: Record<string, string>, by: Actor): Made {
  const at = new Date().toISOString();
  const now = (change: Partial<ChangeRequest>, type?: Happening["type"], text?: string) => {
    const line = { sequence: held.timeline.length + 1, at, by, digest: held.digest, text: text ?? null };
    const after = { ...held, ...change };
    remember(type === undefined ? after : { ...after, timeline: [...held.timeline, { ...line, type }] });
    return after;
  };
  if (body["comment"] === "stale") {
    const present = { revision: 2, digest: "b".repeat(64) };
    now({ ...present, votes: [], changes: held.changes.slice(0, 1) });
    return json(409, { ...stub(409, "stale-digest", "The request was revised."), present });
  }
  switch (act) {
    case "votes": {
      const others = held.votes.filter(({ person }) => person.id !== by.id);
      const decision = body["decision"] as "APPROVE" | "REJECT" | "RETRACT";
      if (decision === "RETRACT") return done(now({ votes: others, agreed: false }, "Voted", "took the vote back"));
      const comment = body["comment"] ?? "";
      const vote = { person: { ...by, kind: "PERSON" as const }, decision, digest: held.digest, comment, at, counts: true, why: null, duration: null };
      const agreed = decision === "APPROVE" ? { agreed: true, reasons: [] } : { status: "REJECTED" as const, may: ["comment" as const] };
      const after = now({ votes: [...others, vote], ...agreed }, "Voted", comment);
      return body["mergeIfAgreed"] ? merging(after, merged) : done(after);
    }
    case "merge":
    case "finish":
      return merging(held, merged);
    case "undo":
      return done(now({ status: "OPEN", remains: [], statusReason: null, may: ["approve", "reject", "merge", "comment"] }));
    case "bypass": {
      const bypass = { reason: body["reason"] ?? "", at, acknowledged: null };
      return merging({ ...held, bypass }, { ...merged, status: "BYPASSED", bypass, may: ["acknowledge", "comment"] });
    }
    case "acknowledge": {
      const reviewed = { by: { ...by, kind: "PERSON" as const }, at };
      const bypass = held.bypass && { ...held.bypass, acknowledged: reviewed };
      return done(now({ bypass, may: ["comment"] }, "Acknowledged", body["comment"]));
    }
    case "revoke":
      return done(now({ grant: held.grant && { ...held.grant, state: "ENDED", endedAt: at, endedBy: by }, may: ["comment"] }, "Access Ended"));
    case "comments":
      return done(now({}, "Commented", body["text"]), 201);
    case "revisions":
      return revised(held, body as unknown as Amendment, by);
    case "reveal": {
      const proposed = { present: true, value: `${VALUE}${"x".repeat(300)}`, from: null };
      if (body["key"] === "DB_POOL_SIZE") return problem(403, "permission-missing", "You may not see what is there.");
      return json(200, { environment: body["environment"], path: body["path"], key: body["key"], proposed, current: null });
    }
    default:
      return done(now({ status: "WITHDRAWN", may: ["comment"] }, "Withdrawn", body["reason"]));
  }
}

function done(after: ChangeRequest, status = 200): Made {
  const { id, status: stands, revision, digest, agreed, reasons } = after;
  return json(status, { id, status: stands, revision, digest, agreed, reasons });
}

function merging(held: ChangeRequest, after: Partial<ChangeRequest>): Made {
  remember({ ...held, status: "MERGING", may: [], mayNot: [] });
  setTimeout(() => remember({ ...held, ...after }), 3_000);
  return json(202, { id: held.id, status: "MERGING", revision: held.revision, digest: held.digest });
}

function revised(held: ChangeRequest, body: Amendment, by: Actor): Made {
  if (body.digest !== held.digest) return json(409, stub(409, "stale-digest", "The request was revised."));
  const next = {
    ...held,
    revision: held.revision + 1,
    digest: String(held.revision + 1).padEnd(64, "c"),
    title: body.title ?? held.title,
    message: body.message ?? held.message,
    author: by,
    votes: [],
    statusReason: null,
  };
  remember({
    ...next,
    revisions: [...held.revisions, { number: next.revision, digest: next.digest, author: by, at: new Date().toISOString() }],
  });
  return done(next, 201);
}

function waiting({ status, author, bypass }: ChangeRequest, by: Actor): boolean {
  return author.id !== by.id && (status === "OPEN" || status === "FAILED" || (bypass !== null && !bypass.acknowledged));
}

function counted(by: Actor): Counts {
  const all = [...requests.values()];
  const of = (count: number) => ({ count, more: false });
  const statuses = Object.fromEntries(
    (Object.keys(STATUSES) as Status[]).map((each) => [each, of(all.filter(({ status }) => status === each).length)]),
  );
  return { waitingForMe: of(all.filter((each) => waiting(each, by)).length), statuses };
}

function list(url: URL, by: Actor): Made {
  const query = url.searchParams;
  const said = (name: string, held: string | undefined) => (query.get(name) ?? held) === held;
  const mine = query.get("waitingFor") === "me";
  const from = Number(query.get("cursor") ?? 0);
  const all = [...requests.values()]
    .filter((each) => said("status", each.status) && said("author", each.author.id) && said("project", each.project))
    .filter((each) => each.title.toLowerCase().includes((query.get("q") ?? "").toLowerCase()))
    .filter((each) => query.get("reviewed") === null || each.bypass?.acknowledged === null)
    .filter((each) => !mine || waiting(each, by))
    .map((each) => row(each, by, mine));
  return json(200, { items: all.slice(from, from + 25), next: from + 25 < all.length ? String(from + 25) : null, reached: null });
}

function row(each: ChangeRequest, by: Actor, mine: boolean) {
  const seats = each.policies.flatMap(({ requirements }) => requirements);
  const sum = (name: "needed" | "counted") => seats.reduce((total, seat) => total + seat[name], 0);
  return {
    ...each,
    votes: each.votes.length,
    voted: each.votes.find(({ person }) => person.id === by.id)?.decision ?? null,
    approvals: each.status === "OPEN" ? { needed: sum("needed"), counted: sum("counted") } : null,
    needs: each.status !== "OPEN" ? null : each.statusReason ? "REVISION" : each.agreed ? "MERGE" : "APPROVAL",
    ...(mine && { wants: wants(each) }),
  };
}

function wants({ status, agreed }: ChangeRequest) {
  if (status === "FAILED") return "FINISH";
  return status === "BYPASSED" ? "ACKNOWLEDGE" : agreed ? "MERGE" : "VOTE";
}
