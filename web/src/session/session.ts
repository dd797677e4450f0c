// Who is signed in on this tab. Tokens live in sessionStorage and memory, nowhere else.
import { signal } from "@preact/signals";
import { dropDrafts } from "./draft.ts";
import { claimsOf } from "./pkce.ts";

export interface Tokens {
  accessToken: string;
  refreshToken: string | undefined;
  /** The mail address that the sign-in service has; a hint, and never who somebody is. */
  email: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Without an answer of the sign-in service nobody knows whether the sign-in has ended. */
type Renew = (refreshToken: string) => Promise<Tokens | "ended" | "no-answer">;

/** The access token to send, or why there is none. */
export type Bearer = { token: string } | { lacking: "sign-in" | "answer" };

const PLACE = "countersign.session";
const PERSON = "countersign.person";
const EARLY_MS = 60_000;

export const tokens = signal<Tokens | undefined>(stored());
/** Why nobody is signed in, to be said to the person; undefined when there is nothing to say. */
export const ended = signal<"expired" | "signed-out" | undefined>(undefined);

let renew: Renew = async () => "ended";
let renewing: Promise<void> | undefined;

export function renewWith(way: Renew): void {
  renew = way;
}

export function signedIn(next: Tokens): void {
  const person = String(claimsOf(next.accessToken)["sub"] ?? "");
  const before = sessionStorage.getItem(PERSON);
  // Where nobody was signed in yet, it was typed on the page of a mail's link by whoever signs in now.
  if (before !== null && before !== person) dropDrafts();
  sessionStorage.setItem(PERSON, person);
  tokens.value = next;
  ended.value = undefined;
  sessionStorage.setItem(PLACE, JSON.stringify(next));
}

export function signedOut(why: "expired" | "signed-out"): void {
  tokens.value = undefined;
  ended.value = why;
  sessionStorage.removeItem(PLACE);
}

/** The API refused this token. A later token, had by then, stays. */
export function signInEnded(refused: string): void {
  if (tokens.value?.accessToken === refused) signedOut("expired");
}

/** Renewed shortly before it ends where the issuer gave a refresh token. */
export async function bearer(): Promise<Bearer> {
  const held = tokens.value;
  if (held !== undefined && held.expiresAt - Date.now() < EARLY_MS) {
    renewing ??= renewed(held).finally(() => (renewing = undefined));
    await renewing;
  }
  const now = tokens.value;
  if (now === undefined) return { lacking: "sign-in" };
  return now.expiresAt <= Date.now() ? { lacking: "answer" } : { token: now.accessToken };
}

/** Issuer and subject of the signed-in person, as an admin needs them to add that person. */
export function subject(): { issuer: string; subject: string } {
  const claims = claimsOf(tokens.value?.accessToken ?? "");
  return { issuer: String(claims["iss"] ?? ""), subject: String(claims["sub"] ?? "") };
}

/** The mail address that the sign-in service has of whoever is signed in, or nothing. */
export function hint(): string {
  return tokens.value?.email ?? "";
}

async function renewed(held: Tokens): Promise<void> {
  const next = held.refreshToken === undefined ? "ended" : await renew(held.refreshToken);
  if (typeof next === "object") signedIn(next);
  else if (next === "ended" && held.expiresAt <= Date.now()) signInEnded(held.accessToken);
}

function stored(): Tokens | undefined {
  try {
    const text = globalThis.sessionStorage?.getItem(PLACE);
    return text ? (JSON.parse(text) as Tokens) : undefined;
  } catch {
    return undefined;
  }
}
