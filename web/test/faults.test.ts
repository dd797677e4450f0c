import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../src/client.ts";
import { faultsOf, ofDocument, ofLine } from "../src/documents/faults.ts";

const DB = { environment: "prod", path: "/payments/db" };
const MAIL = { environment: "prod", path: "/mail" };
const SENT = [
  { ...DB, set: { "a.b": "1" } },
  { ...MAIL, deleteDocument: true },
];

function found(...fields: string[]) {
  const errors = fields.map((field) => ({ field, rule: "rule", message: `wrong: ${field}` }));
  return faultsOf(new Problem({ status: 422, code: "invalid-change", title: "Refused", errors }), SENT, ["title"]);
}

test("what is wrong with a key stands at its line, whatever the key is called", () => {
  const { lines, rest } = found("changes[0].set.a.b");
  assert.equal(ofLine(lines, { ...DB, op: "set", key: "a.b", value: "" }), "Wrong: changes[0].set.a.b.");
  assert.equal(ofLine(lines, { ...DB, op: "delete", key: "a.b" }), undefined);
  assert.equal(ofLine(lines, { ...MAIL, op: "set", key: "a.b", value: "" }), undefined);
  assert.deepEqual(rest?.body.errors, []);
});

test("what is wrong with a copy, or with where it is from, stands at its line", () => {
  const errors = ["a.b", "a.b.version", "a.b.key"].map((rest) => ({ field: `changes[0].copy.${rest}`, rule: "rule", message: rest }));
  const sent = [{ ...DB, copy: { "a.b": { key: "a.b", version: "v1" } } }];
  const { lines } = faultsOf(new Problem({ status: 422, code: "invalid-change", title: "Refused", errors }), sent, []);
  assert.equal(ofLine(lines, { ...DB, op: "copy", key: "a.b", version: "v1" }), "A.b. A.b.version. A.b.key.");
});

test("what is wrong with a document stands at the document", () => {
  for (const field of ["changes[0]", "changes[0].path", "changes[0].environment", "changes[0].delete", "changes[0].delete[1]"]) {
    assert.equal(ofDocument(found(field).lines, DB), `Wrong: ${field}.`);
  }
  const { lines } = found("changes[1].deleteDocument");
  assert.equal(ofDocument(lines, MAIL), "Wrong: changes[1].deleteDocument.");
});

test("what is wrong with the form's own fields stands there, and what has no place is left for the notice", () => {
  const { fields, lines, rest } = found("title", "changes", "changes[7].set.A", "project");
  assert.deepEqual(fields, { title: "Wrong: title." });
  assert.deepEqual(lines, []);
  assert.deepEqual(rest?.body.errors?.map(({ field }) => field), ["changes", "changes[7].set.A", "project"]);
});

test("without a problem nothing is wrong", () => {
  assert.deepEqual(faultsOf(undefined, SENT, []), { lines: [], fields: {}, rest: undefined });
});
