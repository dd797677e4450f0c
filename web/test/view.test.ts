import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, queryOf, viewOf } from "../src/requests/view.ts";

const view = (search: string) => viewOf(new URLSearchParams(search));

test("the plain address is what waits for me", () => {
  assert.equal(queryOf(view(""), 25), "limit=25&waitingFor=me");
  assert.equal(queryOf(view("project=payments"), 25), "limit=25&waitingFor=me&project=payments");
});

test("a status alone is everybody's; with waiting=me it is mine", () => {
  assert.equal(queryOf(view("status=OPEN"), 25), "limit=25&status=OPEN");
  assert.equal(queryOf(view("status=OPEN&waiting=me"), 25), "limit=25&waitingFor=me&status=OPEN");
  assert.equal(queryOf(view("status=all"), 25), "limit=25");
});

test("what nobody has looked at is asked for in every state, for a bypass may have failed or been undone", () => {
  assert.equal(queryOf(view("status=all&reviewed=false"), 25), "limit=25&reviewed=false");
});

test("an address says what it shows and nothing else, and reads back as it was", () => {
  for (const search of [
    "",
    "status=OPEN",
    "waiting=me&status=FAILED",
    "project=payments&status=all&environment=prod&author=machine%3Aci&q=db+pass",
    "status=BYPASSED&reviewed=false",
    "status=OPEN&cursor=bmV4dA",
  ]) {
    const address = addressOf(view(search));
    assert.equal(address, search === "" ? "/" : `/?${search}`);
    assert.deepEqual(view(address.slice(2)), view(search));
  }
});
