import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorOf } from "../src/requests/anchor.ts";
import { namesOf } from "../src/requests/operation.ts";

const PROD = { environment: "prod", path: "/db" };

test("a key of one document is another place than that key of another", () => {
  const places = [PROD, { ...PROD, environment: "staging" }, { ...PROD, path: "/db/a" }].map((place) => anchorOf(place, "A"));
  assert.equal(new Set(places).size, 3);
  assert.notEqual(anchorOf(PROD, "a/A"), anchorOf({ ...PROD, path: "/db/a" }, "A"));
});

test("a key with characters that addresses have no room for has a place all the same", () => {
  assert.equal(anchorOf(PROD, "100 %"), "key-prod/db/100%20%25");
});

test("a renamed key is found under both names, and each key of a document that goes", () => {
  assert.deepEqual(namesOf({ op: "rename", from: "OLD", to: "NEW" }), ["OLD", "NEW"]);
  assert.deepEqual(namesOf({ op: "deleteDocument", keys: ["A", "B"] }), ["A", "B"]);
});
