import assert from "node:assert/strict";
import { test } from "node:test";
import type { PolicyBody, WrittenPolicy } from "../src/api.ts";
import { Problem } from "../src/client.ts";
import { isPath } from "../src/documents/path.ts";
import { faultsOf } from "../src/ui/faults.ts";
import { blank, bodyOf, fieldsOf } from "../src/policies/form.ts";
import { closest, counting, covers, example } from "../src/policies/glob.ts";
import { outlook, short } from "../src/policies/outlook.ts";
import { missing } from "../src/policies/quorum.ts";
import { every, isoOf, said, spanOf } from "../src/ui/span.ts";
import { demand, difference, factsOf } from "../src/policies/words.ts";
import { found, moved } from "../src/ui/people-search.ts";

const person = (id: string, name: string, active = true) => ({ id, name, active, groups: [] });
const amy = person("amy", "Amy");
const bob = person("bob", "Bob");
const named = ({ id, name }: typeof amy) => ({ id, name, kind: "PERSON" as const });
const directory = {
  people: [amy, bob, person("zoe", "Zoe", false)],
  groups: [{ id: "ops", name: "Ops", members: [named(bob), { id: "zoe", name: "Zoe", kind: "PERSON" as const }] }],
};
const policy = (change: Partial<WrittenPolicy>): WrittenPolicy => ({
  ...(bodyOf({ ...blank("prod"), name: "P" }) as WrittenPolicy),
  id: "policy-1",
  version: 1,
  ...change,
});
const on = (path: string) => [{ environment: "prod", path }];

test("a star stands for one part of a path and two for any number, as the API has it", () => {
  assert.ok(covers("/**", "/a/b"));
  assert.ok(covers("/a/**", "/a"));
  assert.ok(covers("/a/*/c", "/a/b/c"));
  assert.ok(covers("/**/c", "/a/b/c"));
  assert.ok(!covers("/a/*", "/a"));
  assert.ok(!covers("/a/*", "/a/b/c"));
  assert.ok(!covers("/A", "/a"));
});

test("a pattern covers another one where all that it means is meant", () => {
  assert.ok(covers("/a/**", "/a/*/c"));
  assert.ok(covers("/*", "/*"));
  assert.ok(!covers("/*", "/**"));
  assert.ok(!covers("/a/*", "/a/**"));
});

test("the closest policy counts, and those that are as close", () => {
  const whole = policy({ id: "whole" });
  const glob = policy({ id: "glob", targets: on("/db/*") });
  const exact = policy({ id: "exact", targets: [...on("/**"), ...on("/db/main")] });
  const ids = (path: string) => counting([whole, glob, exact], { environment: "prod", path }).map(({ id }) => id);
  assert.deepEqual(ids("/db/main"), ["exact"]);
  assert.deepEqual(ids("/db/other"), ["glob"]);
  assert.deepEqual(ids("/web"), ["whole", "exact"]);
  assert.equal(closest(on("/db"), { environment: "test", path: "/db" }), undefined);
});

test("an example of a pattern is a path that it means", () => {
  for (const glob of ["/**", "/a/**", "/a/*/c", "/db", "/**/c"]) {
    assert.ok(isPath(example(glob)) && covers(glob, example(glob)), glob);
  }
  assert.equal(example("/a b"), "/example");
});

test("lengths of time are read in the largest unit, and written as they were read", () => {
  assert.deepEqual(spanOf("PT336H"), { amount: "14", unit: "day" });
  assert.deepEqual(spanOf("P14D"), { amount: "14", unit: "day" });
  assert.deepEqual(spanOf("PT25H30M"), { amount: "1530", unit: "minute" });
  assert.deepEqual(spanOf("PT1M1.5S"), { amount: "61.5", unit: "second" });
  assert.equal(isoOf(spanOf("PT36H")), "PT36H");
  assert.equal(isoOf(spanOf("PT336H")), "P14D");
  assert.equal(said("PT1H"), "1 hour");
  assert.equal(every("PT24H"), "every day");
  assert.equal(every("PT12H"), "every 12 hours");
});

test("a policy that is read and written again says the same", () => {
  const all: PolicyBody = {
    kind: "SECRETS",
    name: "P",
    targets: on("/db/**"),
    requirements: [{ approvals: 2, people: ["amy"], groups: ["ops"] }],
    selfApproval: true,
    bypass: { who: "CHOSEN", people: ["bob"], groups: [] },
    declineAfter: 3,
    pendingFor: "P2D",
    mergeWithin: "PT2H",
    autoMerge: true,
    approversMayReveal: true,
    reminders: { after: "PT1H", every: "P1D", atMost: 4 },
    linkVoting: "WITH_CODE",
    maxDuration: null,
    reasonRequired: null,
    channels: ["team"],
  };
  assert.deepEqual(bodyOf(fieldsOf(policy(all as Partial<WrittenPolicy>))), all);
});

test("anyone may bypass only where it was said, never because a list was emptied", () => {
  const form = blank("prod");
  assert.equal(bodyOf(form).bypass, null);
  assert.deepEqual(bodyOf({ ...form, bypass: { who: "ANYONE", people: [], groups: [] } }).bypass, { who: "ANYONE" });
  const emptied = bodyOf({ ...form, bypass: { who: "CHOSEN", people: [], groups: [] } }).bypass;
  assert.deepEqual(emptied, { who: "CHOSEN", people: [], groups: [] });
});

test("an empty path is the whole environment", () => {
  assert.deepEqual(bodyOf({ ...blank("prod"), targets: on(" ") }).targets, on("/**"));
});

test("a refusal stands at its field until that is another", () => {
  const errors = [{ field: "targets[0].path", rule: "path-glob", message: "begins with '/'" }];
  const problem = new Problem({ status: 422, code: "invalid-field", title: "Refused", errors });
  const sent = bodyOf({ ...blank("prod"), targets: on("db") });
  assert.equal(faultsOf(problem, sent, sent)("targets[0].path"), "Begins with '/'.");
  assert.equal(faultsOf(problem, sent, sent)("targets[1].path"), undefined);
  const mended = bodyOf({ ...blank("prod"), targets: on("/db") });
  assert.equal(faultsOf(problem, sent, mended)("targets[0].path"), undefined);
});

test("nobody fills two seats", () => {
  assert.equal(missing([{ needed: 1, people: ["amy", "bob"] }, { needed: 1, people: ["amy"] }]), 0);
  assert.equal(missing([{ needed: 1, people: ["amy"] }, { needed: 1, people: ["amy"] }]), 1);
  assert.equal(missing([{ needed: 2, people: [] }]), 2);
});

test("who is deactivated can fill no seat", () => {
  assert.equal(short([{ approvals: 2, people: [], groups: ["ops"] }], directory), 1);
  assert.equal(short([{ approvals: 2, people: ["amy"], groups: ["ops"] }], directory), 0);
});

test("before it is saved a policy says where it would count, and what it would beat", () => {
  const whole = policy({ id: "whole" });
  const place = { environment: "prod", path: "/db" };
  const closer = outlook({ targets: on("/db") }, [whole], place);
  assert.deepEqual([closer.rank, closer.counts, closer.beaten], ["EXACT", true, [whole]]);
  const tied = outlook({ targets: [{ environment: "prod" }] }, [whole], place);
  assert.deepEqual([tied.counts, tied.others, tied.beaten], [true, [whole], []]);
  const elsewhere = outlook({ targets: on("/web") }, [whole], place);
  assert.deepEqual([elsewhere.rank, elsewhere.counts, elsewhere.others], [undefined, false, [whole]]);
});

test("a requirement and a change are said with names", () => {
  assert.equal(demand({ approvals: 2, people: ["amy", "zoe"], groups: ["ops"] }, directory), "2 of Amy, Zoe (deactivated), group Ops");
  assert.deepEqual(difference(policy({}), policy({ declineAfter: 2 }), directory), [
    "Ends a request: 2 rejections (before: one rejection)",
  ]);
});

test("a part of a name or id finds who is active and not chosen yet", () => {
  const ids = (chosen: string[], typed: string) => found(directory, { people: chosen, groups: [] }, typed).choices.map(({ id }) => id);
  assert.deepEqual(ids([], ""), ["ops", "amy", "bob"]);
  assert.deepEqual(ids(["amy"], ""), ["ops", "bob"]);
  assert.deepEqual(ids([], " BO "), ["bob"]);
  assert.deepEqual(ids([], "zoe"), []);
  assert.equal(moved(1, "ArrowDown", 2), 0);
  assert.equal(moved(0, "ArrowUp", 2), 1);
  assert.equal(moved(undefined, "ArrowUp", 2), 1);
  assert.equal(moved(undefined, "ArrowDown", 2), 0);
  assert.equal(moved(0, "ArrowDown", 0), undefined);
});

test("an access policy says how long access lasts, and nothing of votes by mail or of values", () => {
  const form = { ...blank("prod"), kind: "ACCESS" as const, lasts: { amount: "2", unit: "hour" as const }, byMail: true };
  const body = bodyOf({ ...form, explained: false, approversMayReveal: true });
  assert.deepEqual([body.maxDuration, body.reasonRequired, body.linkVoting, body.approversMayReveal], ["PT2H", false, "OFF", false]);
  const back = fieldsOf(policy({ ...(body as WrittenPolicy) }));
  assert.deepEqual([back.kind, back.lasts, back.explained], ["ACCESS", { amount: "2", unit: "hour" }, false]);
  const change = bodyOf({ ...form, kind: "SECRETS" });
  assert.deepEqual([change.maxDuration, change.reasonRequired, change.linkVoting], [null, null, "WITH_CODE"]);
});

test("a policy is told by what its kind says", () => {
  const only = ["approversMayReveal", "linkVoting", "maxDuration", "reasonRequired"] as const;
  const of = (kind: "SECRETS" | "ACCESS") => only.filter((each) => factsOf({ kind }).includes(each));
  assert.deepEqual(of("SECRETS"), ["approversMayReveal", "linkVoting"]);
  assert.deepEqual(of("ACCESS"), ["maxDuration", "reasonRequired"]);
});
