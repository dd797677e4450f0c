import "./storage.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { formOver } from "../src/ui/form.ts";
import { changesOf } from "../src/ui/meanwhile.tsx";

interface Rule {
  name: string;
  most: number;
}

const seen = (name: string, most: number, tag: string) => ({ value: { name, most }, tag });
const over = (place: string, present: ReturnType<typeof seen>) => formOver(place, present, (rule: Rule) => ({ ...rule }));

test("what nobody touched follows what is there", () => {
  assert.deepEqual(over("a", seen("Mine", 1, "1")).value, { name: "Mine", most: 1 });
  const later = over("a", seen("Theirs", 2, "2"));
  assert.deepEqual(later.value, { name: "Theirs", most: 2 });
  assert.equal(later.moved, false);
});

test("what was typed over one version is not saved over another before somebody goes on from it", () => {
  over("b", seen("First", 1, "1")).edit({ name: "Mine" });
  const theirs = seen("Theirs", 2, "2");
  const overtaken = over("b", theirs);
  assert.equal(overtaken.moved, true);
  assert.equal(overtaken.base.tag, "1");
  assert.deepEqual(overtaken.value, { name: "Mine", most: 1 });
  overtaken.goOn();
  const both = over("b", theirs);
  assert.equal(both.moved, false);
  assert.deepEqual(both.value, { name: "Mine", most: 2 });
  both.drop();
  assert.deepEqual(over("b", theirs).value, theirs.value);
});

test("a form knows when what is there says the same already", () => {
  over("c", seen("First", 1, "1")).edit({ name: "Same" });
  assert.equal(over("c", seen("Same", 1, "2")).said, true);
  assert.equal(over("c", seen("Same", 2, "2")).said, false);
});

test("what changed is told part by part, with what it was before", () => {
  const parts = { Name: ({ name }: Rule) => name, Most: ({ most }: Rule) => String(most) };
  assert.deepEqual(changesOf(parts, { name: "", most: 1 }, { name: "New", most: 1 }), ["Name: New (before: nothing)"]);
});
