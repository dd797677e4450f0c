import assert from "node:assert/strict";
import { test } from "node:test";
import type { Delivery } from "../src/api.ts";
import { tally, told } from "../src/requests/delivered.ts";

const of = (...statuses: Delivery["status"][]) => tally(statuses.map((status) => ({ status })));

test("what was told is counted by what became of it", () => {
  assert.equal(of("FAILED", "FAILED", "FAILED"), "3 failed");
  assert.equal(of("SENT", "QUEUED", "SENT"), "1 queued, 2 sent");
  assert.equal(of("DELIVERED", "COMPLAINED", "BOUNCED"), "1 delivered, 1 came back, 1 called unwanted");
});

test("what somebody was told is said in the words of the page, whatever the event is called", () => {
  assert.equal(told({ event: "Merge Started" }), "merge without its approvers");
  assert.equal(told({ event: "Agreed" }), "ready to merge");
  assert.equal(told({ event: "Bypassed" }), "bypassed");
  assert.equal(told({ event: "Reminder 2" }), "reminder 2");
});
