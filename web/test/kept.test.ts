import "./storage.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { keptBy } from "../src/requests/kept.ts";

const OPEN = { name: "Open in payments", to: "/?status=OPEN&project=payments" };

test("a list is kept by its name for the person who keeps it, until they forget it", () => {
  keptBy("ana").keep(OPEN);
  keptBy("ana").keep({ name: "All", to: "/?status=all" });
  keptBy("ana").keep({ ...OPEN, to: "/?status=OPEN" });
  assert.deepEqual(keptBy("ana").lists, [{ name: "All", to: "/?status=all" }, { ...OPEN, to: "/?status=OPEN" }]);
  assert.deepEqual(keptBy("ben").lists, []);
  keptBy("ana").forget(OPEN);
  assert.equal(keptBy("ana").lists.length, 1);
});
