import assert from "node:assert/strict";
import { test } from "node:test";
import { pace } from "../src/presence.ts";

const MINUTE = 60_000;

test("whoever was there in the last five minutes waits no longer than asked for", () => {
  for (const away of [0, MINUTE, 5 * MINUTE - 1]) assert.equal(pace(1_200, away), 1_200);
});

test("a page that was only left open asks less and less often, but at least twice a minute", () => {
  assert.deepEqual(
    [5, 10, 30, 600].map((minutes) => pace(1_200, minutes * MINUTE)),
    [5_000, 10_000, 30_000, 30_000],
  );
});

test("what is asked for seldom anyway is not asked for more often when nobody is there", () => {
  assert.equal(pace(300_000, 60 * MINUTE), 300_000);
  assert.equal(pace(30_000, 6 * MINUTE), 30_000);
});
