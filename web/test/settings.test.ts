import assert from "node:assert/strict";
import { test } from "node:test";
import type { Binding } from "../src/api.ts";
import { bodyOf as bindingOf, givenAlready, newId } from "../src/settings/binding-fields.tsx";
import { bodyOf as channelOf } from "../src/settings/channel-fields.tsx";
import { whereOf } from "../src/settings/holders.ts";
import { slug } from "../src/ui/form.ts";

test("a short name is made of a name, and is one that the API takes", () => {
  assert.equal(slug("Mira Lindqvist"), "mira-lindqvist");
  assert.equal(slug("  Zoë O'Hara (Ops) "), "zoe-o-hara-ops");
  assert.equal(slug("漢字"), "");
  assert.equal(slug("x".repeat(60)).length, 40);
});

const GIVING = { holder: "group leads", role: "release", environment: "prod", path: "/web/**" };

test("what gives a role says whom it is about, and is named like nothing else", () => {
  assert.equal(newId(GIVING, "5f0c1d2e"), "leads-release-prod-5f0c1d2e");
  assert.match(newId({ ...GIVING, holder: `group ${"leads-".repeat(6)}` }, "5f0c1d2e"), /^[a-z0-9-]{2,31}-5f0c1d2e$/);
  assert.match(newId({ holder: "", role: "", environment: "", path: "" }, "5f0c1d2e"), /^[a-z0-9-]{2,40}$/);
});

test("a role is there already where the same holder has it at the same place, and nowhere else", () => {
  const there = { id: "x", group: "leads", role: "release", environment: "prod", path: "/web/**", version: 1 };
  assert.equal(givenAlready([there], GIVING), there);
  for (const other of [{ holder: "person leads" }, { role: "viewer" }, { environment: "" }, { path: "/web-/**" }, { path: "" }]) {
    assert.equal(givenAlready([there], { ...GIVING, ...other }), undefined);
  }
});

test("a role is given to one holder, and everywhere where nothing narrows it", () => {
  const body = bindingOf({ holder: "machine deploy", role: "developer", environment: "", path: "" });
  assert.deepEqual(body, { machine: "deploy", role: "developer", environment: null, path: null });
});

test("where a role holds is said in words", () => {
  const at = (environment: string | null, path: string | null) => whereOf({ environment, path } as Binding, "payments");
  assert.equal(at(null, null), "the whole project");
  assert.equal(whereOf({ environment: null, path: null }, "*"), "the whole organisation");
  assert.equal(at("prod", "/web/**"), "prod /web/**");
  assert.equal(at(null, "/web/**"), "every environment /web/**");
});

test("a credential is sent where a new one was typed, and nowhere else", () => {
  assert.deepEqual(channelOf({ kind: "SLACK", conversation: "C024BE91L" }, ""), { kind: "SLACK", conversation: "C024BE91L" });
  assert.deepEqual(channelOf({ kind: "SLACK", conversation: "C024BE91L" }, "xoxb-1"), {
    kind: "SLACK",
    conversation: "C024BE91L",
    token: "xoxb-1",
  });
  assert.deepEqual(channelOf({ kind: "TEAMS", conversation: "C024BE91L" }, "https://x"), { kind: "TEAMS", webhook: "https://x" });
});
