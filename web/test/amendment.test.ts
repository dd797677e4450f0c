import assert from "node:assert/strict";
import { test } from "node:test";
import { amendment, nameOf, onTopOf, size, taking, unedited, type Edits } from "../src/requests/amendment.ts";
import { conflicted, request } from "./requests.ts";

const seen = request({});
const DB = { environment: "prod", path: "/payments/db" };
const named = (key: string) => nameOf(DB, { op: "delete", key });
const edits = (change: Partial<Edits>): Edits => ({ ...unedited(seen), ...change });

test("what nobody touches is kept whole, against what it was written for, and no value is sent", () => {
  assert.deepEqual(amendment(seen, edits({})), { digest: seen.digest, keep: "all", base: "unchanged" });
});

test("after a conflict what stays is bound to what the store holds now", () => {
  const stopped = request(conflicted);
  assert.deepEqual(amendment(stopped, unedited(stopped)), { digest: stopped.digest, keep: "all", base: "present" });
});

test("title and message are sent only where they are others; an empty message is one", () => {
  const said = amendment(seen, edits({ title: "Another", message: "" }));
  assert.equal(said.title, "Another");
  assert.equal(said.message, "");
  assert.equal(said.keep, "all");
});

test("what somebody else said in a later revision stays, where nobody here changed it", () => {
  const later = request({ digest: "b".repeat(64), title: "Their title", message: "Their message" });
  const said = amendment(later, onTopOf(later, { digest: seen.digest, replaced: { [named("DB_PASSWORD")]: "new" } }));
  assert.equal(said.title, undefined);
  assert.equal(said.message, undefined);
  assert.equal(amendment(later, onTopOf(later, { title: "Mine" })).title, "Mine");
});

test("a replaced value is sent, and its key kept no more", () => {
  const said = amendment(seen, edits({ replaced: { [named("DB_PASSWORD")]: "new" } }));
  assert.deepEqual(said.changes, [{ ...DB, set: { DB_PASSWORD: "new" } }]);
  assert.ok(Array.isArray(said.keep));
  assert.ok(said.keep.every(({ key }) => key !== "DB_PASSWORD"));
  assert.equal(said.keep.length, 4);
});

test("the empty string is a value like any other", () => {
  const said = amendment(seen, edits({ replaced: { [named("DB_PASSWORD")]: "" } }));
  assert.deepEqual(said.changes, [{ ...DB, set: { DB_PASSWORD: "" } }]);
});

test("what is taken out is not kept, nor is the value that was typed for it sent", () => {
  const name = named("DB_PASSWORD");
  const said = amendment(seen, edits({ dropped: [name], replaced: { [name]: "typed" } }));
  assert.equal(said.changes, undefined);
  assert.ok(Array.isArray(said.keep) && said.keep.length === 4);
});

test("a renamed key is kept by its old name", () => {
  const said = amendment(seen, edits({ dropped: [named("DB_PASSWORD")] }));
  assert.ok(Array.isArray(said.keep) && said.keep.some(({ key }) => key === "DB_USR"));
});

test("what is written anew stands once for each document", () => {
  const said = amendment(
    seen,
    edits({
      written: [
        { ...DB, op: "set", key: "A", value: "1" },
        { ...DB, path: "/other", op: "delete", key: "B" },
        { ...DB, op: "rename", key: "C", to: "D" },
      ],
    }),
  );
  assert.deepEqual(said.changes, [
    { ...DB, set: { A: "1" }, rename: { C: "D" } },
    { ...DB, path: "/other", delete: ["B"] },
  ]);
});

test("a revision of nothing is told from one of something", () => {
  const all = seen.changes.flatMap((change) => change.operations.map((operation) => nameOf(change, operation)));
  assert.equal(size(seen, edits({})), 5);
  assert.equal(size(seen, edits({ dropped: all })), 0);
  assert.equal(amendment(seen, edits({ dropped: all })).base, undefined);
  assert.equal(size(seen, edits({ dropped: all, written: [{ ...DB, op: "delete", key: "B" }] })), 1);
});

test("a value written elsewhere takes the place of the revision's own, once", () => {
  const taken = taking(seen, {}, { message: "", written: [{ ...DB, op: "set", key: "DB_PASSWORD", value: "new" }] });
  const said = amendment(seen, onTopOf(seen, taken));
  assert.deepEqual(said.changes, [{ ...DB, set: { DB_PASSWORD: "new" } }]);
  assert.equal(said.message, undefined);
  assert.ok(Array.isArray(said.keep));
  assert.equal(said.keep.length, 4);
});

test("what is written elsewhere for other keys comes beside what stays, and its message after the one that is there", () => {
  const taken = taking(seen, {}, { message: "And the mail.", written: [{ ...DB, op: "set", key: "MAIL", value: "new" }] });
  const said = amendment(seen, onTopOf(seen, taken));
  assert.deepEqual(said.changes, [{ ...DB, set: { MAIL: "new" } }]);
  assert.equal(said.keep, "all");
  assert.equal(said.message, `${seen.message}\n\nAnd the mail.`);
});

test("a key that is to go elsewhere goes, whatever the revision writes to it; so does a whole document", () => {
  const gone = taking(seen, {}, { message: "", written: [{ ...DB, op: "delete", key: "DB_PASSWORD" }] });
  assert.deepEqual(amendment(seen, onTopOf(seen, gone)).changes, [{ ...DB, delete: ["DB_PASSWORD"] }]);
  const all = taking(seen, {}, { message: "", written: [{ ...DB, op: "deleteDocument" }] });
  const said = amendment(seen, onTopOf(seen, all));
  assert.deepEqual(said.changes, [{ ...DB, deleteDocument: true }]);
  assert.ok(said.keep === undefined || (said.keep !== "all" && said.keep?.every(({ path }) => path !== DB.path)));
});

test("what was being edited already stays with what comes from elsewhere", () => {
  const before = { title: "Mine", written: [{ ...DB, op: "delete" as const, key: "OLD" }] };
  const taken = taking(seen, before, { message: "", written: [{ ...DB, op: "set", key: "MAIL", value: "new" }] });
  assert.equal(taken.title, "Mine");
  assert.equal(taken.written?.length, 2);
});
