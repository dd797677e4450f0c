import assert from "node:assert/strict";
import { test } from "node:test";
import type { GovernanceState } from "../src/api.ts";
import { together } from "../src/governance/together.ts";
import { bodyOf, fieldsOf, unmade } from "../src/settings/environment-form.ts";

const state = (atOnce: boolean, ...policies: string[]): GovernanceState => ({
  governance: atOnce ? "OPT_OUT" : "POLICY",
  settingUp: false,
  atOnce,
  policies: policies.map((id) => ({ id, name: id, usual: false, requirements: [] })),
});

test("what project and organisation have a say in asks those of both, and is at once where neither asks", () => {
  assert.deepEqual(together([state(false, "a"), state(false, "b")])?.policies.map(({ id }) => id), ["a", "b"]);
  assert.equal(together([state(true), state(false, "b")])?.atOnce, false);
  assert.equal(together([state(true), state(false, "b")])?.governance, "POLICY");
  assert.equal(together([state(true), state(true)])?.governance, "OPT_OUT");
  assert.equal(together([state(true)])?.atOnce, true);
});

test("whom it asks is not said before all of them are known", () => {
  assert.equal(together([state(true), undefined]), undefined);
  assert.equal(together([undefined, state(true)]), undefined);
});

test("the form of an environment says all of it, and takes an empty name for none", () => {
  const rotatedKeys = [{ path: "/db/**", keys: ["PASSWORD", "odd key"] }];
  const environment = { id: "prod", name: "Production", secretPrefix: "prod/", kmsKeyArn: null, rotatedKeys, version: 3 };
  const { id: _, version: __, ...body } = environment;
  assert.deepEqual(bodyOf(fieldsOf(environment)), body);
  const typed = { ...unmade(), secretPrefix: " prod/x/ ", rotated: [{ path: " /a ", keys: "ONE\n\n TWO \n" }] };
  assert.deepEqual(bodyOf(typed), { secretPrefix: "prod/x/", kmsKeyArn: null, rotatedKeys: [{ path: "/a", keys: ["ONE", "TWO"] }] });
});
