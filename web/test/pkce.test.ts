import assert from "node:assert/strict";
import { test } from "node:test";
import { base64url, challengeOf, claimsOf, randomText } from "../src/session/pkce.ts";

test("the challenge is the one of RFC 7636, appendix B", async () => {
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  assert.equal(await challengeOf(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
});

test("random texts are 43 unreserved characters and differ", () => {
  assert.match(randomText(), /^[A-Za-z0-9_-]{43}$/);
  assert.notEqual(randomText(), randomText());
});

test("claims are read as UTF-8, and nonsense has none", () => {
  const payload = base64url(new TextEncoder().encode(JSON.stringify({ sub: "1", name: "Zoë" })));
  assert.deepEqual(claimsOf(`x.${payload}.y`), { sub: "1", name: "Zoë" });
  assert.deepEqual(claimsOf("nonsense"), {});
  assert.deepEqual(claimsOf("a.!!.c"), {});
});
