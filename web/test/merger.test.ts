import assert from "node:assert/strict";
import { test } from "node:test";
import type { Happening } from "../src/api.ts";
import { mergerOf } from "../src/requests/merger.ts";

const ben = { id: "ben", name: "Ben", kind: "PERSON" as const };
const lines = (...types: Happening["type"][]): Happening[] =>
  types.map((type, at) => ({ sequence: at + 1, type, at: `2026-01-01T00:00:0${at}Z`, by: type === "Merged" ? null : ben, digest: null, text: null }));

test("who merged is whoever started the merge, at the time of its end", () => {
  const timeline = lines("Submitted", "Merge Started", "Conflicted", "Merge Started", "Merged", "Secrets Changed", "Commented");
  assert.deepEqual(mergerOf({ timeline }), { by: ben, at: "2026-01-01T00:00:04Z" });
});

test("nobody merged what is not live, and nobody is named whose line is not read", () => {
  assert.equal(mergerOf({ timeline: lines("Submitted", "Merge Started") }), undefined);
  assert.equal(mergerOf({ timeline: lines("Merged", "Secrets Changed") }), undefined);
});
