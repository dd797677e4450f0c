import assert from "node:assert/strict";
import { test } from "node:test";
import { requestAt } from "../src/governance/address.ts";
import { askedIn, pathsIn, placeIn, standingIn } from "../src/governance/needs.ts";
import { ofOne } from "../src/governance/only.ts";
import { asks, lacks, locksUp } from "../src/governance/words.ts";
import { bodyOf, blank, kindsOf } from "../src/policies/form.ts";
import { factsOf } from "../src/policies/words.ts";
import { ADDRESS } from "../src/policies/address.ts";
import { homeOf } from "../src/policies/home.ts";
import { ACTS } from "../src/requests/acts.ts";
import { changed } from "../src/requests/difference.ts";
import { wordOf } from "../src/requests/said.ts";
import { asksForRules, impact } from "./governance.ts";
import { request } from "./requests.ts";

const named = (...ids: string[]) => ids.map((id) => ({ id, name: id, kind: "PERSON" as const }));
const policy = (approvals: number, ...ids: string[]) => ({
  id: "p",
  name: "Rules",
  usual: false,
  requirements: [{ approvals, approvers: named(...ids) }],
});

test("whom a change asks leaves out whoever makes it", () => {
  assert.equal(asks({ policies: [policy(1, "ada", "bob")] }, "ada"), "bob");
  assert.equal(asks({ policies: [policy(1, "ada", "amy", "bob")] }, "ada"), "1 of amy, bob");
  assert.equal(asks({ policies: [policy(2, "amy", "bob"), policy(1, "cleo")] }, "ada"), "amy, bob; and cleo");
  assert.equal(asks({ policies: [policy(1, "ada", "bob"), policy(1, "bob")] }, "ada"), "bob");
  assert.equal(asks({ policies: [policy(1, "ada")] }, "ada"), "nobody");
});

test("too few besides whoever makes it are too few", () => {
  assert.equal(lacks({ policies: [policy(2, "ada", "bob")] }, "ada"), true);
  assert.equal(lacks({ policies: [policy(1, "ada", "bob")] }, "ada"), false);
});

test("a request of the organisation is found with its star as it is or encoded", () => {
  for (const star of ["*", "%2A", "%2a"]) assert.deepEqual(requestAt(`/requests/${star}-12`), { id: "*-12", part: "all" });
  assert.deepEqual(requestAt("/requests/payments-1/revise"), { id: "payments-1", part: "revise" });
  assert.equal(requestAt("/requests/"), undefined);
  assert.equal(requestAt("/requests/a*b"), undefined);
});

test("what is wrong with the change that a form makes is told at its field", () => {
  const error = (field: string) => ({ field, rule: "size", message: "is too long" });
  const body = { title: "Refused", status: 422, code: "invalid-field", errors: [error("changes[0].body.name"), error("message")] };
  assert.deepEqual(ofOne(body).errors, [error("name"), error("message")]);
  assert.deepEqual(ofOne(body, 1).errors, body.errors);
  assert.deepEqual(ofOne({ ...body, errors: [error("changes[0]")] }).errors, []);
});

test("what is needed is said in words, also where nobody has to agree", () => {
  assert.equal(askedIn([]), "nobody has to agree");
  assert.equal(askedIn(["A", "B"]), "A; and B");
  assert.equal(pathsIn({ paths: ["/a", "/b"], count: 5 }), "/a, /b and 3 more");
  assert.equal(pathsIn({ paths: ["/a"], count: 1 }), "/a");
});

test("a place is named by what is asked for there", () => {
  assert.deepEqual(impact.places.map(placeIn), ["Changes of the rules of payments", "Access to prod:/payments/** of payments"]);
  const all = { kind: "GOVERNANCE", project: "*", environment: null, path: null } as const;
  assert.equal(placeIn(all), "Changes of the rules of the organisation");
  assert.equal(placeIn({ ...all, kind: "SECRETS", project: "shop", environment: "prod", path: "/**" }), "Secrets at prod:/** of shop");
});

test("an impact begins with what it comes to, and says when something gets weaker", () => {
  const none = { places: [], documents: [], requests: [], more: false };
  assert.equal(standingIn(none), "Nothing else needs another approval.");
  assert.equal(standingIn({ ...none, more: true }), "Nothing that was looked at needs another approval.");
  assert.equal(standingIn(impact), "2 places, 3 secrets and 1 open request would need another approval than now, some of them a weaker one.");
  const raised = impact.documents.map((each) => ({ ...each, count: 1, lowers: [] }));
  assert.equal(standingIn({ ...none, documents: raised }), "1 secret would need another approval than now.");
});

test("a governance policy says nothing of targets, bypass, self-approval, values and mail", () => {
  const body = bodyOf({ ...blank("prod", "GOVERNANCE"), selfApproval: true, byMail: true, bypass: { who: "ANYONE", people: [], groups: [] } });
  assert.deepEqual(
    [body.targets, body.selfApproval, body.bypass, body.approversMayReveal, body.linkVoting],
    [[], false, null, false, "OFF"],
  );
  const says = factsOf({ kind: "GOVERNANCE" });
  assert.ok(says.includes("targets") && !says.includes("bypass") && !says.includes("selfApproval") && !says.includes("linkVoting"));
});

test("the organisation, and a project without environments, have policies of rules only", () => {
  assert.deepEqual(kindsOf("*", ["prod"]), ["GOVERNANCE"]);
  assert.deepEqual(kindsOf("payments"), ["GOVERNANCE"]);
  assert.equal(kindsOf("payments", ["prod"]).length, 3);
  assert.deepEqual(ADDRESS.exec(homeOf("*"))?.[1], "_all");
});

test("writing it again keeps the changes and binds them to what is there", () => {
  const { route, body } = ACTS.renew;
  const asked = request(asksForRules);
  assert.equal(route({ id: "*-3" }), "/v1/governance-requests/*-3/revisions");
  assert.deepEqual(body(asked, { text: "", also: false }), { digest: asked.digest, base: "PRESENT" });
});

test("another change of rules in its place is said line by line", () => {
  const before = request(asksForRules);
  const [first] = before.rules!.edits;
  const edits = [{ ...first!, differences: [{ label: "Approvals", before: "2", after: "1", moves: null, withheld: false }] }];
  const lines = changed(before, { ...before, rules: { ...before.rules!, edits } });
  assert.ok(lines.includes("New: Change policy Payments production, Approvals: 1."));
});

test("what is withheld is said to change, and nothing of it", () => {
  const now = request(asksForRules);
  const before = { ...now, rules: { ...now.rules!, edits: [] } };
  assert.ok(changed(before, now).includes("New: Change person Cleo Lindqvist, Mail: changed."));
});

test("leaving is warned of where fewer than two admins would be left, or too few to agree", () => {
  const usual = { ...policy(1, "ada", "bob"), usual: true };
  assert.equal(locksUp({ policies: [usual] }, "bob"), true);
  assert.equal(locksUp({ policies: [usual] }, "cem"), false);
  assert.equal(locksUp({ policies: [{ ...usual, requirements: policy(1, "ada", "bob", "cem").requirements }] }, "bob"), false);
  assert.equal(locksUp({ policies: [policy(2, "ada", "bob")] }, "bob"), true);
  assert.equal(locksUp({ policies: [policy(1, "ada", "bob")] }, "bob"), false);
  assert.equal(locksUp({ policies: [policy(2, "ada")] }, "cem"), false, "that is so already");
  assert.equal(locksUp({ policies: [] }, "bob"), false);
});

test("a timeline of a change of rules says so", () => {
  const by = { id: "ana", name: "Ana", kind: "PERSON" as const };
  assert.equal(wordOf({ type: "Submitted", by }, "GOVERNANCE"), "asked for a change of rules");
  assert.equal(wordOf({ type: "Rules Changed", by: null }, "GOVERNANCE"), "The change holds");
});
