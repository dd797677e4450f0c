import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenIn } from "../src/link/fragment.ts";

test("a fragment holds a token, or is something else's", () => {
  const token = "aZ09_-".repeat(7) + "x";
  assert.equal(tokenIn(`#vote=${token}`), token);
  for (const other of ["", "#", "#key-PASSWORD", "#vote=", `#vote=${token}x`, `#vote=${token.slice(1)}`, `#vote=${token}&a=b`])
    assert.equal(tokenIn(other), undefined);
});
