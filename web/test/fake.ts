// A made-up issuer and API with a little memory, enough to see each page and each refusal.
import type { Actor, ChangeRequest } from "../src/api.ts";
import { base64url, claimsOf } from "../src/session/pkce.ts";
import { merged, request } from "./requests.ts";

interface Asked {
  origin: string;
  method: string;
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
}
interface Made {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const NAMES: Record<string, string> = { ben: "Ben Weber", dana: "Dana Okafor", ana: "Ana Ruiz" };
const requests = new Map<string, ChangeRequest>();
const nonces = new Map<string, { nonce: string; person: string }>();
for (const each of [
  request({}),
  request({ id: "payments-2", title: "Ready to go", agreed: true, reasons: [], may: ["merge", "approve", "reject", "comment"] }),
  request({ id: "payments-3", title: "Live since a minute", ...merged }),
  request({ id: "payments-4", title: "API\u202eYEK <b>bold</b>", status: "MERGING", may: [] }),
  request({
    id: "payments-5",
    title: "Never mind",
    status: "REJECTED",
    may: ["comment"],
    statusReason: { code: "declined", message: "Ana Ruiz rejected it: the window is closed." },
  }),
  ...Array.from({ length: 30 }, (_, n) => request({ id: `payments-${n + 6}`, title: `Weekly change ${n + 6}` })),
]) {
  requests.set(each.id, each);
}

export function answer(asked: Asked): Made | undefined {
  const { url } = asked;
  if (url.pathname === "/config.json") return json(200, config(asked.origin));
  if (url.pathname.startsWith("/issuer/")) return issuer(asked);
  if (url.pathname.startsWith("/v1/")) return api(asked);
  return undefined;
}

function config(origin: string) {
  return {
    issuer: `${origin}/issuer`,
    clientId: "dashboard",
    authorizationEndpoint: `${origin}/issuer/authorize`,
    tokenEndpoint: `${origin}/issuer/token`,
    endSessionEndpoint: `${origin}/issuer/logout`,
    scopes: "openid",
    api: "",
  };
}

function issuer({ origin, url, body }: Asked): Made {
  const query = url.searchParams;
  if (url.pathname === "/issuer/logout") return redirect(query.get("logout_uri") ?? origin);
  if (url.pathname === "/issuer/authorize") {
    const person = query.get("person");
    if (person === null) return html([...Object.keys(NAMES), "stranger"].map((id) => choice(url, id)).join(" "));
    const code = crypto.randomUUID();
    nonces.set(code, { nonce: query.get("nonce") ?? "", person });
    const back = new URL(query.get("redirect_uri") ?? origin);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return redirect(back.href);
  }
  const known = nonces.get(new URLSearchParams(body).get("code") ?? "");
  if (known === undefined) return json(400, { error: "invalid_grant" });
  const claims = { iss: `${origin}/issuer`, sub: known.person, aud: "dashboard", nonce: known.nonce };
  const token = `e30.${base64url(new TextEncoder().encode(JSON.stringify(claims)))}.x`;
  return json(200, { access_token: token, id_token: token, expires_in: 3600 });
}

function choice(url: URL, person: string): string {
  const to = new URL(url);
  to.searchParams.set("person", person);
  return `<a href="${to.pathname}${to.search.replaceAll("&", "&amp;")}">${person}</a>`;
}

function api({ method, url, headers, body }: Asked): Made {
  const person = String(claimsOf(headers["authorization"] ?? "")["sub"] ?? "");
  const name = NAMES[person];
  if (person === "") return json(401, { message: "Unauthorized" });
  if (url.pathname === "/v1/bootstrap") {
    const { code, name: given } = JSON.parse(body) as { code: string; name: string };
    if (code !== "open-sesame") return problem(403, "wrong-code", "This is not the code, or it was used already.");
    NAMES[person] = given;
    return json(201, {});
  }
  if (name === undefined) return problem(403, "unknown-person", "Nobody has added you to this installation.");
  if (url.pathname === "/v1/me") {
    return json(200, {
      person: { id: person, name, email: `${person}@example.com` },
      organisationAdmin: false,
      projects: [{ id: "payments", name: "Payments", roles: ["developer"], governance: "OPT_OUT" }],
    });
  }
  const [, , , id, act] = url.pathname.split("/");
  if (id === undefined) return list(url);
  const held = requests.get(id);
  if (held === undefined) return problem(404, "not-found", "There is no such request, or you may not know of it.");
  const mine = person === held.author.id ? { ...held, may: ["withdraw", "comment"] } : held;
  if (method === "GET") return tagged(mine, headers["if-none-match"]);
  return command(held, act ?? "", JSON.parse(body), { id: person, name, kind: "PERSON" });
}

function command(held: ChangeRequest, act: string, body: Record<string, string>, by: Actor): Made {
  const at = new Date().toISOString();
  const event = (type: string, text?: string) => ({ sequence: held.timeline.length + 1, type, at, by, text: text ?? null });
  if (body["comment"] === "stale") {
    const digest = "b".repeat(64);
    requests.set(held.id, { ...held, revision: 2, digest, votes: [], changes: held.changes.slice(0, 1) });
    return json(409, { ...stub(409, "stale-digest", "The request was revised."), present: { revision: 2, digest } });
  }
  if (act === "votes") {
    const vote = { person: by, decision: body["decision"] as "APPROVE", comment: body["comment"] ?? null, at, counts: true, why: null };
    const votes = [...held.votes.filter(({ person }) => person.id !== by.id), vote];
    const ended = vote.decision === "APPROVE" ? { agreed: true, reasons: [] } : { status: "REJECTED" as const };
    const may = ["approve", "reject", "merge", "comment"] as const;
    requests.set(held.id, { ...held, votes, ...ended, may: [...may], timeline: [...held.timeline, event("Voted", body["comment"])] });
  } else if (act === "merge") {
    requests.set(held.id, { ...held, status: "MERGING", may: [] });
    setTimeout(() => requests.set(held.id, { ...held, ...merged }), 3_000);
    return json(202, { id: held.id, status: "MERGING" });
  } else if (act === "comments") {
    requests.set(held.id, { ...held, timeline: [...held.timeline, event("Commented", body["text"])] });
    return json(201, {});
  } else {
    requests.set(held.id, { ...held, status: "WITHDRAWN", may: ["comment"] });
  }
  return json(200, { id: held.id });
}

function list(url: URL): Made {
  const status = url.searchParams.get("status");
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const all = [...requests.values()].filter((each) => status === null || each.status === status);
  return json(200, { items: all.slice(from, from + 25), next: from + 25 < all.length ? String(from + 25) : null });
}

function tagged(value: object, known: string | undefined): Made {
  const etag = `"${Buffer.from(JSON.stringify(value)).toString("base64url").length}-${hash(JSON.stringify(value))}"`;
  if (known === etag) return { status: 304, headers: { etag }, body: "" };
  const made = json(200, value);
  return { ...made, headers: { ...made.headers, etag } };
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.charCodeAt(0)) | 0;
  return sum;
}

function stub(status: number, code: string, detail: string) {
  return { type: `urn:countersign:problem:${code}`, title: "Refused", status, code, detail };
}

function problem(status: number, code: string, detail: string): Made {
  return json(status, stub(status, code, detail));
}

function json(status: number, value: unknown): Made {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

function html(body: string): Made {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: `<!doctype html><p>${body}` };
}

function redirect(to: string): Made {
  return { status: 302, headers: { location: to }, body: "" };
}
