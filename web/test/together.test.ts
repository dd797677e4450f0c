import assert from "node:assert/strict";
import { test } from "node:test";
import type { Edit } from "../src/api.ts";
import { askedBy, meets, wordsOf, type Change } from "../src/governance/change.ts";
import { faultsAt, restOf } from "../src/governance/faults.ts";
import { formFor } from "../src/governance/prefill.ts";
import { amendmentOf, revisionOf } from "../src/governance/revising.ts";
import { asksForRules } from "./governance.ts";
import { request } from "./requests.ts";

const put = (path: string, body: object = {}, ifMatch?: string): Change => ({ method: "PUT", path, ...(ifMatch && { ifMatch }), body });

test("a collected change says what it does and of what", () => {
  assert.equal(wordsOf(put("/v1/groups/night", { name: "Night shift" })), "Add group Night shift");
  assert.equal(wordsOf(put("/v1/projects/pay/policies/p1", { name: "Approvals" }, '"2"')), "Change policy Approvals");
  assert.equal(wordsOf({ method: "POST", path: "/v1/projects/pay/policies", body: { name: "New" } }), "Add policy New");
  assert.equal(wordsOf(put("/v1/projects/pay/bindings/x", { person: "dan", role: "admin" })), "Add role of dan as admin");
  assert.equal(wordsOf({ method: "DELETE", path: "/v1/projects/pay/bindings/dan-1", ifMatch: '"1"' }), "Remove role of dan-1");
  assert.equal(wordsOf(put("/v1/projects/pay/environments/prod", { secretPrefix: "prod/" })), "Add environment prod");
});

test("the organisation has a say in new projects and new prefixes, and alone in its own", () => {
  assert.deepEqual(askedBy("*", put("/v1/groups/night")), ["*"]);
  assert.deepEqual(askedBy("new", put("/v1/projects/new")), ["*"]);
  assert.deepEqual(askedBy("pay", put("/v1/projects/pay", {}, '"1"')), ["pay"]);
  assert.deepEqual(askedBy("pay", put("/v1/projects/pay/environments/prod")), ["pay", "*"]);
  assert.deepEqual(askedBy("pay", put("/v1/projects/pay/environments/prod", {}, '"1"')), ["pay"]);
});

test("a change of one thing takes the place of another of it, and what is made anew of none", () => {
  const policy: Change = { method: "POST", path: "/v1/projects/pay/policies", body: {} };
  assert.ok(meets(put("/v1/groups/night"), { method: "DELETE", path: "/v1/groups/night" }));
  assert.ok(!meets(put("/v1/groups/night"), put("/v1/groups/day")));
  assert.ok(!meets(policy, { ...policy }));
});

test("a refusal is told at the change that it is about", () => {
  const error = (field: string) => ({ field, rule: "size", message: "must be shorter" });
  const errors = [error("changes[1].body.name"), error("changes[1].body"), error("changes[10].path"), error("title")];
  assert.deepEqual(faultsAt(errors, 1), ["name: must be shorter", "Must be shorter."]);
  assert.deepEqual(faultsAt(errors, 10), ["path: must be shorter"]);
  assert.deepEqual(faultsAt(errors, 0), []);
  assert.deepEqual(faultsAt(errors, -1), []);
  assert.match(faultsAt([{ ...error("changes[0]"), rule: "changed" }], 0)[0]!, /^Somebody changed it since/);
  const body = { title: "Refused", status: 422, code: "invalid-field", detail: "changes[1].body.name must be shorter", errors };
  assert.deepEqual(restOf(body), { title: "Nothing is asked yet.", status: 422, code: "invalid-field", detail: "See change 2, 11.", errors: [error("title")] });
  assert.equal(restOf({ ...body, errors: [error("title")] }).detail, body.detail);
});

const GROUP: Change = put("/v1/groups/night", { name: "Night shift", members: ["ben"] });
const two = (...calls: (Change | null)[]) => {
  const asked = request(asksForRules);
  const edits = asked.rules!.edits.slice(0, 2).map((each, at) => ({ ...each, call: calls[at] ?? null }));
  return { ...asked, rules: { ...asked.rules!, edits } };
};

test("one change of several is made anew and the others stay, with the title that its author gave", () => {
  const policy = put("/v1/projects/payments/policies/policy-1", { name: "P" }, '"1"');
  const revised = revisionOf(two(policy, GROUP), 1)!;
  assert.equal(revised.title, undefined);
  const other = put("/v1/groups/night", { name: "Night", members: [] });
  assert.deepEqual(amendmentOf(revised, other, "Why"), { digest: revised.digest, message: "Why", changes: [policy, other] });
  assert.equal(revisionOf({ ...two(policy, GROUP), title: "Monday" }, 0)?.title, "Monday");
});

test("where one of the changes cannot be sent once more, none is made anew", () => {
  assert.equal(revisionOf(two(null, GROUP), 1), undefined);
});

test("the form of what is asked for is filled in with it", () => {
  const edit = { type: "group", project: null, id: "night", change: "ADD", call: GROUP } as unknown as Edit;
  assert.deepEqual(formFor(edit), { address: "/settings/groups/_new", place: "settings.group.+", fields: { id: "night", name: "Night shift", members: ["ben"] } });
  assert.equal(formFor({ ...edit, change: "CHANGE" })?.address, "/settings/groups/night");
  assert.equal(formFor({ ...edit, change: "REMOVE" }), undefined);
  assert.equal(formFor({ ...edit, call: null }), undefined);
});
