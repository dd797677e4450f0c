// A made-up issuer and API with a little memory, enough to see each page and each refusal.
import { base64url } from "../src/session/pkce.ts";
import { api } from "./api.ts";
import { NAMES } from "./memory.ts";
import { html, json, redirect, type Made } from "./made.ts";

export interface Asked {
  origin: string;
  method: string;
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
}

const nonces = new Map<string, { nonce: string; person: string }>();

export function answer(asked: Asked): Made | undefined {
  const { url } = asked;
  if (url.pathname.startsWith("/issuer/")) return issuer(asked);
  if (url.pathname.startsWith("/v1/")) return api(asked);
  return undefined;
}

/** What stands in the page. */
export function config(origin: string) {
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
