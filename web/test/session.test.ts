import "./storage.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Config } from "../src/api.ts";
import { bearer, ended, signedIn, tokens } from "../src/session/session.ts";
import { keepRenewing } from "../src/session/signin.ts";

const TOKEN = "e30.e30.x";
const NEXT = "e30.e30.y";

/** Somebody whose token has ended, where the sign-in service answers so. */
async function renewedBy(answer: () => Promise<Response>) {
  globalThis.fetch = answer;
  keepRenewing({ tokenEndpoint: "https://issuer.example.com/token", clientId: "dashboard" } as Config);
  signedIn({ accessToken: TOKEN, refreshToken: "r", email: "", expiresAt: Date.now() - 1 });
  return bearer();
}

test("a sign-in ends where the sign-in service says so", async () => {
  for (const status of [400, 401]) {
    assert.deepEqual(await renewedBy(async () => Response.json({ error: "invalid_grant" }, { status })), { lacking: "sign-in" });
    assert.equal(tokens.value, undefined);
    assert.equal(ended.value, "expired");
  }
});

test("who is offline at a renewal stays signed in, and their calls have no answer until it is made up for", async () => {
  const silent = [
    () => Promise.reject(new TypeError("Failed to fetch")),
    async () => Response.json({ message: "Too many" }, { status: 429 }),
    async () => new Response("unavailable", { status: 503 }),
    async () => new Response("<p>Sign in to this network"),
  ];
  for (const answer of silent) {
    assert.deepEqual(await renewedBy(answer), { lacking: "answer" });
    assert.equal(tokens.value?.refreshToken, "r");
    assert.equal(ended.value, undefined);
  }
  globalThis.fetch = async () => Response.json({ access_token: NEXT, expires_in: 3600 });
  assert.deepEqual(await bearer(), { token: NEXT });
});
