// One way to talk to the API: bearer token, problem details, entity tags, idempotency keys.
import type { ProblemBody } from "./api.ts";
import { bearer, signInEnded } from "./session/session.ts";

/** Shorter than the page's patience, longer than the API's own limit of 30 seconds. */
const PATIENCE_MS = 35_000;

export class Problem extends Error {
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(body.title);
    this.body = body;
  }
  /** True when nobody can tell whether the command was carried out: retry it under the same key. */
  get unknownOutcome(): boolean {
    return this.body.status === 0 || this.body.status >= 500;
  }
  /** True when it tells what became of every try under that key: others never came as far as to look. */
  get definite(): boolean {
    return !this.passing && this.body.status !== 401;
  }
  /** True when the same call may well succeed a little later. */
  get passing(): boolean {
    return this.unknownOutcome || this.body.status === 429;
  }
}

export interface Answer<T> {
  status: number;
  etag: string | null;
  /** Absent on 304. */
  body: T | undefined;
  /** Nothing was done yet, and the page went to the request that asks others for it. */
  asked?: true;
}

interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  key?: string;
  /** What is known already. */
  etag?: string | null;
  /** What is written over, as it was seen. */
  seen?: string | null;
}

/** A way to carry out a command; the key makes a repeated one do nothing. */
export type Send = <T>(path: string, body: unknown, key: string) => Promise<Answer<T>>;

let base = "";
export function talkTo(api: string): void {
  base = api.replace(/\/$/, "");
}

export function read<T>(path: string, etag?: string | null): Promise<Answer<T>> {
  return call<T>(path, { method: "GET", etag: etag ?? null });
}

export function post<T>(path: string, body: unknown, key: string): Promise<Answer<T>> {
  return call<T>(path, { method: "POST", body, key });
}

/** Writes over what was seen under that entity tag, or what is not there yet. Only the first of two such calls is carried out. */
export function edit(seen: string | null): Send {
  return <T>(path: string, body: unknown) => call<T>(path, { method: "PUT", body, seen });
}

/** Takes away what was seen under that entity tag. */
export function remove(seen: string | null): Send {
  return <T>(path: string) => call<T>(path, { method: "DELETE", seen });
}

/** Asks for values: such a call is answered once, so it takes no key. */
export function reveal<T>(path: string, body: unknown): Promise<Answer<T>> {
  return call<T>(path, { method: "POST", body });
}

/** Calls what nobody has to be signed in for: what is sent says whose call it is. */
export function postOpenly<T>(path: string, body: unknown, key?: string): Promise<Answer<T>> {
  return send<T>(path, { method: "POST", body, ...(key !== undefined && { key }) }, undefined);
}

async function call<T>(path: string, what: Call): Promise<Answer<T>> {
  const held = await bearer();
  if ("token" in held) return send<T>(path, what, held.token);
  throw held.lacking === "sign-in" ? signedOut() : noAnswer();
}

async function send<T>(path: string, { method, body, key, etag, seen }: Call, token: string | undefined): Promise<Answer<T>> {
  const headers = new Headers({ accept: "application/json" });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  if (key !== undefined) headers.set("idempotency-key", key);
  if (etag) headers.set("if-none-match", etag);
  if (seen) headers.set("if-match", seen);
  let response: Response;
  let text: string;
  try {
    response = await fetch(base + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    text = await response.text();
  } catch {
    throw noAnswer();
  }
  if (response.status === 401 && token !== undefined) {
    signInEnded(token);
    throw signedOut();
  }
  if (response.status !== 304 && !response.ok) throw new Problem(problemOf(response.status, text));
  return {
    status: response.status,
    etag: response.headers.get("etag"),
    body: text === "" ? undefined : (parse(text) as T | undefined),
  };
}

function noAnswer(): Problem {
  return new Problem({
    status: 0,
    code: "no-answer",
    title: "No answer from Countersign",
    detail: "Check the connection and try again. A repeated try is not carried out twice.",
  });
}

function signedOut(): Problem {
  return new Problem({
    status: 401,
    code: "signed-out",
    title: "Your sign-in has ended",
    detail: "Sign in again to go on. What you typed is kept.",
  });
}

function problemOf(status: number, text: string): ProblemBody {
  const body = parse(text) as Partial<ProblemBody> | undefined;
  if (body && typeof body === "object" && typeof body.title === "string") {
    return { ...body, title: body.title, code: body.code ?? "unknown", status };
  }
  if (status === 429) {
    return { status, code: "too-many", title: "Too many calls at once", detail: "Nothing was done. Try again in a moment." };
  }
  return status >= 500
    ? { status, code: "unavailable", title: "Countersign is not available right now", detail: "Try again in a moment." }
    : { status, code: "unknown", title: `The request was refused (${status})` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
