import assert from "node:assert/strict";
import { test } from "node:test";
import { counting, operationsOf, twice, type Written } from "../src/documents/written.ts";

const DB = { environment: "prod", path: "/payments/db" };
const MAIL = { environment: "prod", path: "/mail" };
const set = (key: string, value: string): Written => ({ ...DB, op: "set", key, value });

test("each document is sent once, in the order in which it was written", () => {
  assert.deepEqual(
    operationsOf([set("A", "1"), { ...MAIL, op: "delete", key: "B" }, { ...DB, op: "rename", key: "C", to: "D" }]),
    [
      { ...DB, set: { A: "1" }, rename: { C: "D" } },
      { ...MAIL, delete: ["B"] },
    ],
  );
});

test("a key named like a property of every object is a key like any other", () => {
  assert.equal(JSON.stringify(operationsOf([set("__proto__", "1")])[0]?.set), '{"__proto__":"1"}');
});

test("of a document that goes nothing else is sent, and nothing that was typed is lost", () => {
  const written: Written[] = [set("A", "1"), { ...DB, op: "deleteDocument" }, { ...MAIL, op: "delete", key: "B" }];
  assert.deepEqual(operationsOf(written), [
    { ...DB, deleteDocument: true },
    { ...MAIL, delete: ["B"] },
  ]);
  assert.equal(counting(written).length, 2);
  assert.deepEqual(operationsOf(written.toSpliced(1, 1))[0], { ...DB, set: { A: "1" } });
});

test("a key that is set twice is named, for one of its values would be lost", () => {
  const other: Written = { ...MAIL, op: "set", key: "A", value: "1" };
  assert.deepEqual(twice([set("A", "1"), other]), []);
  assert.deepEqual(twice([set("A", "1"), set("A", "2")]), ["prod /payments/db A"]);
});

test("a key is reverted by where its value was, never by the value", () => {
  const back: Written = { ...DB, op: "copy", key: "A", version: "v1" };
  assert.deepEqual(operationsOf([back]), [{ ...DB, copy: { A: { key: "A", version: "v1" } } }]);
  assert.deepEqual(twice([back, back]), ["prod /payments/db A"]);
});

test("a key may be renamed and set anew at once", () => {
  assert.deepEqual(twice([set("A", "1"), { ...DB, op: "rename", key: "A", to: "B" }]), []);
});
