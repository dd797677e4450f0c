// Authorization code with PKCE, state and nonce. Where the person was going is kept over the round trip.
import type { Config } from "../api.ts";
import { carryOver } from "./draft.ts";
import { challengeOf, claimsOf, randomText } from "./pkce.ts";
import { hint, renewWith, signedIn, signedOut, type Tokens } from "./session.ts";

/** Where the issuer sends people back to, after signing in and out: register `<origin>/` for both. */
const BACK = "/";

const PLACE = "countersign.sign-in";

interface Attempt {
  verifier: string;
  state: string;
  nonce: string;
  to: string;
}

export async function beginSignIn(config: Config, to: string): Promise<void> {
  const attempt: Attempt = { verifier: randomText(), state: randomText(), nonce: randomText(), to };
  sessionStorage.setItem(PLACE, JSON.stringify(attempt));
  const url = new URL(config.authorizationEndpoint);
  const query = {
    response_type: "code",
    client_id: config.clientId,
    redirect_uri: location.origin + BACK,
    scope: config.scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await challengeOf(attempt.verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  await carryOver();
  location.assign(url.href);
}

/** What the issuer sent back with the person, if this address is that. */
export function broughtBack(url: URL): URLSearchParams | undefined {
  const query = url.searchParams;
  const brought = url.pathname === BACK && query.has("state") && (query.has("code") || query.has("error"));
  return brought ? query : undefined;
}

/** Ends a sign-in that came back here. Answers where the person was going, or why it failed. */
export async function finishSignIn(config: Config, back: URLSearchParams): Promise<{ to: string; failed?: string }> {
  const attempt = taken();
  const to = attempt?.to ?? "/";
  if (attempt === undefined || back.get("state") !== attempt.state) {
    return { to, failed: "This sign-in was not begun on this tab, or it was already used." };
  }
  const refused = back.get("error_description") ?? back.get("error");
  if (refused !== null) return { to, failed: `The sign-in service answered: ${refused}` };
  const from = back.get("iss");
  if (from !== null && from !== config.issuer) return { to, failed: "The answer came from another issuer." };
  const answer = await ask(config, {
    grant_type: "authorization_code",
    code: back.get("code") ?? "",
    redirect_uri: location.origin + BACK,
    code_verifier: attempt.verifier,
  });
  if (answer instanceof Denial) return { to, failed: answer.why };
  const wrong = config.scopes.split(" ").includes("openid") ? mismatch(config, answer, attempt.nonce) : undefined;
  if (wrong !== undefined) return { to, failed: wrong };
  signedIn(tokensOf(answer, { refreshToken: undefined, email: String(claimsOf(answer.id_token ?? "")["email"] ?? "") }));
  return { to };
}

export function keepRenewing(config: Config): void {
  renewWith(async (refreshToken) => {
    const answer = await ask(config, { grant_type: "refresh_token", refresh_token: refreshToken });
    if (!(answer instanceof Denial)) return tokensOf(answer, { refreshToken, email: hint() });
    return answer.final ? "ended" : "no-answer";
  });
}

export function signOut(config: Config): void {
  signedOut("signed-out");
  if (config.endSessionEndpoint === "") return;
  const url = new URL(config.endSessionEndpoint);
  url.searchParams.set("client_id", config.clientId);
  // Cognito's word for it, then OpenID Connect's.
  url.searchParams.set("logout_uri", location.origin + BACK);
  url.searchParams.set("post_logout_redirect_uri", location.origin + BACK);
  location.assign(url.href);
}

interface TokenAnswer {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  expires_in?: number;
}

/** Why there is no token; final where the service says that it gives none for this. */
class Denial {
  readonly why: string;
  readonly final: boolean;
  constructor(why: string, status = 0) {
    this.why = why;
    this.final = status === 400 || status === 401;
  }
}

async function ask(config: Config, form: Record<string, string>): Promise<TokenAnswer | Denial> {
  try {
    const response = await fetch(config.tokenEndpoint, {
      method: "POST",
      body: new URLSearchParams({ ...form, client_id: config.clientId }),
      cache: "no-store",
      credentials: "omit",
    });
    const answer = (await response.json()) as Partial<TokenAnswer> & { error?: string };
    if (response.ok && typeof answer.access_token === "string") return answer as TokenAnswer;
    return new Denial(`The sign-in service gave no token (${answer.error ?? response.status}).`, response.status);
  } catch {
    return new Denial("The sign-in service did not answer.");
  }
}

function mismatch(config: Config, answer: TokenAnswer, nonce: string): string | undefined {
  const claims = claimsOf(answer.id_token ?? "");
  if (claims["nonce"] !== nonce) return "The sign-in does not belong to this tab (nonce).";
  if (claims["iss"] !== config.issuer) return "The sign-in came from another issuer.";
  const audience = claims["aud"];
  const forUs = Array.isArray(audience) ? audience.includes(config.clientId) : audience === config.clientId;
  return forUs ? undefined : "The sign-in was made for another application.";
}

/** What an answer does not say again stays as it was. */
function tokensOf(answer: TokenAnswer, { refreshToken, email }: Pick<Tokens, "refreshToken" | "email">): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? refreshToken,
    email,
    expiresAt: Date.now() + (answer.expires_in ?? 3600) * 1000,
  };
}

function taken(): Attempt | undefined {
  const text = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  return text === null ? undefined : (JSON.parse(text) as Attempt);
}
