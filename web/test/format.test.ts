import assert from "node:assert/strict";
import { test } from "node:test";
import { characters, count, exact, names, pieces, plain, plainLines, relative, utc } from "../src/format.ts";

const now = new Date("2026-01-10T12:00:00Z");

test("times are said as people say them", () => {
  assert.equal(relative(new Date("2026-01-10T11:59:30Z"), now), "now");
  assert.equal(relative(new Date("2026-01-10T10:00:00Z"), now), "2 hours ago");
  assert.equal(relative(new Date("2026-01-13T12:00:00Z"), now), "in 3 days");
  assert.equal(relative(new Date("2026-01-10T12:01:59Z"), now), "in 1 minute");
});

test("UTC is the same wherever it is read", () => {
  assert.equal(utc(now), "2026-01-10 12:00:00 UTC");
});

test("the exact time names UTC", () => {
  assert.match(exact(now), /2026-01-10 12:00:00 UTC$/);
});

test("one is not many", () => {
  assert.equal(count(1, "key"), "1 key");
  assert.equal(count(2, "key"), "2 keys");
});

test("I am told which one is me", () => {
  assert.equal(names([{ id: "ana", name: "Ana" }, { id: "ben", name: "Ben" }], "ben"), "Ana, Ben (you)");
});

test("whoever cannot sign in yet is said to be unbound", () => {
  assert.equal(names([{ id: "ana", name: "Ana", bound: false }, { id: "ben", name: "Ben" }], "cem"), "Ana (not yet bound), Ben");
});

test("invisible characters are written out, never obeyed", () => {
  assert.equal(plain("API\u202eYEK"), "API⟨U+202E⟩YEK");
  assert.equal(plain("A\u200bB\nC"), "A⟨U+200B⟩B⟨U+000A⟩C");
  assert.equal(plainLines("one\n\ttwo\u0000"), "one\n\ttwo⟨U+0000⟩");
  assert.equal(plain("naïve 👩‍💻 مفتاح"), "naïve 👩‍💻 مفتاح");
});

test("a value shows its lines and tabs as signs, and keeps them", () => {
  assert.deepEqual(pieces("one\n\ttwo\u202e"), [
    { text: "one", hidden: false },
    { text: "↵\n", hidden: true },
    { text: "⇥\t", hidden: true },
    { text: "two", hidden: false },
    { text: "⟨U+202E⟩", hidden: true },
  ]);
  assert.deepEqual(pieces("👩‍💻"), [{ text: "👩‍💻", hidden: false }]);
  assert.deepEqual(pieces(""), []);
});

test("characters are counted as people count them, and blanks are none", () => {
  assert.equal(characters("a b\n\u200bc"), 3);
  assert.equal(characters("é👍🏽"), 2);
});
