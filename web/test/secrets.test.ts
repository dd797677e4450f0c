import assert from "node:assert/strict";
import { test } from "node:test";
import type { Effective } from "../src/api.ts";
import type { Written } from "../src/documents/written.ts";
import { extent, onKey, others, replaced, submission, suggested, titleOf } from "../src/secrets/basket.ts";
import { atOnce, verdictOf } from "../src/secrets/rules.ts";
import { unheld } from "../src/secrets/unheld.ts";
import { addressOf, queryOf, viewOf } from "../src/secrets/view.ts";

const DB = { environment: "prod", path: "/payments/db" };
const MAIL = { environment: "prod", path: "/mail" };
const set = (key: string): Written & { op: "set" } => ({ ...DB, op: "set", key, value: "1" });

test("an address says what it shows and nothing else, and reads back as it was", () => {
  for (const search of ["", "project=payments", "project=payments&environment=prod&path=%2Fapp%2F&key=DB_&cursor=bmV4dA"]) {
    const address = addressOf(viewOf(new URLSearchParams(search)));
    assert.equal(address, search === "" ? "/secrets" : `/secrets?${search}`);
  }
});

test("a path without its slash is one from the root, and blanks around are none", () => {
  assert.equal(queryOf(viewOf(new URLSearchParams({ path: " app/", key: " DB_ " })), 25), "limit=25&path=%2Fapp%2F&key=DB_");
  assert.equal(queryOf(viewOf(new URLSearchParams({ cursor: "bmV4dA" })), 25), "limit=25&cursor=bmV4dA");
});

test("a key that was picked has its own line; one that is typed has it, too, even with the name of another", () => {
  const picked = set("A");
  const typed: Written = { ...set("A"), typed: true };
  assert.equal(onKey([typed, picked], DB, "A"), picked);
  assert.equal(onKey([typed], DB, "A"), undefined);
  assert.deepEqual(others([typed, picked, set("B"), { ...MAIL, op: "delete", key: "A" }], DB, ["A"]), [typed, set("B")]);
});

test("an operation is put in, in the place of another, and taken out", () => {
  const [one, two] = [set("A"), set("B")];
  assert.deepEqual(replaced([], undefined, one), [one]);
  assert.deepEqual(replaced([one, two], one, set("C")), [set("C"), two]);
  assert.deepEqual(replaced([one, two], one, undefined), [two]);
});

test("what is being changed is counted, and of a document that goes only that", () => {
  assert.equal(extent([]), "");
  assert.equal(extent([set("A")]), "1 change in 1 document");
  assert.equal(extent([set("A"), set("B"), { ...DB, op: "deleteDocument" }, { ...MAIL, op: "delete", key: "C" }]), "2 changes in 2 documents");
});

test("a change has a title before its author writes one, and theirs afterwards, even an empty one", () => {
  assert.equal(suggested([set("A"), { ...MAIL, op: "delete", key: "B" }]), "Change A, B in /payments/db, /mail");
  assert.equal(suggested(["A", "B", "C", "D", "E"].map(set)), "Change A, B, C and 2 more in /payments/db");
  assert.equal(suggested([{ ...DB, op: "deleteDocument" }]), "Delete /payments/db");
  assert.equal(suggested([set("A"), { ...MAIL, op: "deleteDocument" }]), "Change A in /payments/db, delete /mail");
  assert.equal(suggested([set("odd\u202ekey")]), "Change odd⟨U+202E⟩key in /payments/db");
  assert.ok([...suggested([set("k".repeat(300))])].length <= 200);
  assert.equal(titleOf({ title: "", message: "", written: [set("A")] }), "");
  assert.equal(submission("payments", { message: "", written: [set("A")] }).title, "Change A in /payments/db");
});

function effective(path: string, ...policies: string[]): Effective {
  return {
    environment: "prod",
    path,
    unprotected: policies.length === 0,
    policies: policies.map((id) => ({
      id,
      name: id,
      version: 1,
      rank: "GLOB",
      target: { environment: "prod", path: "/**" },
      selfApproval: false,
      requirements: [{ approvals: 1, people: ["ana"], groups: [], approvers: [] }],
    })),
    beaten: [],
    writers: [],
  };
}

test("only where no policy governs any document a change is saved at once", () => {
  assert.ok(atOnce(verdictOf([effective("/a"), effective("/b")], "ana")));
  assert.ok(!atOnce(verdictOf([effective("/a"), effective("/b", "one")], "ana")));
});

test("each policy is named once with its documents, and those without one are named", () => {
  const { asking, free } = verdictOf([effective("/a", "one", "two"), effective("/b", "one"), effective("/c")], "ana");
  assert.deepEqual(
    asking.map(({ id, documents }) => [id, documents.map(({ path }) => path)]),
    [
      ["one", ["/a", "/b"]],
      ["two", ["/a"]],
    ],
  );
  assert.deepEqual(free, [{ environment: "prod", path: "/c" }]);
});

function asked(selfApproval: boolean, ...people: string[]) {
  const held = effective("/a", "one");
  const approvers = people.map((id) => ({ id, name: id, kind: "PERSON" as const }));
  const policies = held.policies.map((each) => ({
    ...each,
    selfApproval,
    requirements: [{ approvals: 1, people, groups: [], approvers }],
  }));
  const [first] = verdictOf([{ ...held, policies }], "ana").asking;
  return [first?.author, first?.requirements[0]?.approvers.map(({ id }) => id)];
}

test("who writes a change is named among those who can approve it only where the policy lets them count", () => {
  assert.deepEqual(asked(false, "ana", "ben"), ["LEFT_OUT", ["ben"]]);
  assert.deepEqual(asked(true, "ana", "ben"), ["COUNTS", ["ana", "ben"]]);
  assert.deepEqual(asked(false, "ben"), ["NONE", ["ben"]]);
  assert.deepEqual(asked(true, "ben"), ["NONE", ["ben"]]);
});

test("a value that no parameter holds is told for each destination that its document goes to", () => {
  const to = (id: string, environment: string, path: string) =>
    ({ id, type: "SSM", environment, path, parameterPrefix: "/", wholeDocument: false, version: 1 }) as const;
  const destinations = [to("all", "prod", "/**"), to("mail", "prod", "/mail"), to("test", "staging", "/**")];
  const of = (value: string) => unheld([{ ...set("A"), value }], destinations).map(({ destination, bytes }) => [destination, bytes]);
  assert.deepEqual(of("x".repeat(8192)), []);
  assert.deepEqual(of("x".repeat(8193)), [["all", 8193]]);
  assert.deepEqual(of("ü".repeat(4097)), [["all", 8194]]);
  assert.deepEqual(unheld([{ ...DB, op: "deleteDocument" }, { ...set("A"), value: "x".repeat(9000) }], destinations), []);
});
