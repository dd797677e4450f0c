import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../src/client.ts";

test("only what was decided ends a try: without an answer, a sign-in or a turn the first one may have been carried out", () => {
  const definite = (status: number) => new Problem({ status, code: "x", title: "x" }).definite;
  assert.deepEqual([400, 403, 404, 409, 412, 422, 428].map(definite), Array(7).fill(true));
  assert.deepEqual([0, 401, 429, 500, 503, 504].map(definite), Array(6).fill(false));
});
