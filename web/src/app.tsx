import { useEffect, useRef } from "preact/hooks";
import { plain } from "./format.ts";
import { KeyHelp } from "./keys/help.tsx";
import { helpOpen } from "./keys/keys.ts";
import { LinkPage } from "./link/page.tsx";
import { linkToken } from "./link/token.ts";
import { address } from "./router.ts";
import { askToSignOut, SignInPage } from "./session/gate.tsx";
import { me, meProblem, readMe } from "./session/me.ts";
import { ended, tokens } from "./session/session.ts";
import { Announcements } from "./ui/announce.tsx";
import { Clock } from "./ui/clock.tsx";
import { later } from "./ui/later.tsx";
import { ProblemNotice } from "./ui/problem.tsx";
import { requestAt } from "./governance/address.ts";
import { ofAccess } from "./access/address.ts";
import { ofPolicies } from "./policies/address.ts";
import { counts, readCounts, short } from "./requests/counts.ts";
import { RequestPage } from "./requests/page.tsx";
import { RequestList } from "./requests/list.tsx";

// In one piece: what each of them shared with this one alone would be a request more for everybody.
const Secrets = later(async () => (await import("./pages.ts")).Secrets);
const Access = later(async () => (await import("./pages.ts")).AccessRoute);
const Policies = later(async () => (await import("./pages.ts")).PolicyRoute);
const Settings = later(async () => (await import("./pages.ts")).Settings);
const StrangerPage = later(async () => (await import("./pages.ts")).StrangerPage);

/** Of who is nobody here. */
const STRANGERS = ["unknown-person", "no-admin-yet"];

export function App() {
  return (
    <>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <Top />
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
      <Clock />
      <Announcements />
      <KeyHelp />
    </>
  );
}

function Top() {
  const person = tokens.value === undefined ? undefined : me.value?.person;
  const waiting = short(counts.value?.waitingForMe);
  return (
    <header class="top">
      <a class="brand" href="/">
        Countersign
      </a>
      <nav aria-label="Main">
        <a href="/" aria-current={address.value.pathname === "/" ? "page" : undefined}>
          Approvals
          {waiting !== "" && (
            <span class="count">
              {waiting}
              <span class="unseen"> waiting for you</span>
            </span>
          )}
        </a>
        {person && <Areas path={address.value.pathname} />}
      </nav>
      <div class="who">
        {person && (
          <span title={person.email}>
            <span class="wide">Signed in as </span>
            <strong>{plain(person.name)}</strong>
          </span>
        )}
        {person && (
          <button type="button" class="link wide" aria-haspopup="dialog" onClick={() => (helpOpen.value = true)}>
            Shortcuts
          </button>
        )}
        {tokens.value !== undefined && (
          <button type="button" class="link" onClick={askToSignOut}>
            Sign out
          </button>
        )}
      </div>
    </header>
  );
}

/** What there is besides requests, for who is known here. */
function Areas({ path }: { path: string }) {
  return (
    <>
      <a href="/secrets" aria-current={path.startsWith("/secrets") ? "page" : undefined}>
        Secrets
      </a>
      <a href="/access" aria-current={ofAccess(path) ? "page" : undefined}>
        Access
      </a>
      <a href="/policies" aria-current={ofPolicies(path) ? "page" : undefined}>
        Policies
      </a>
      <a href="/settings" aria-current={path.startsWith("/settings") ? "page" : undefined}>
        Settings
      </a>
    </>
  );
}

function Content() {
  const there = tokens.value !== undefined;
  const known = there && me.value !== undefined;
  useEffect(() => {
    if (there) readMe();
  }, [there]);
  useEffect(() => {
    if (known) readCounts();
  }, [known]);
  const path = address.value.pathname;
  useArrival(path);
  const problem = meProblem.value;
  const request = requestAt(path);
  const unknown = !there && me.value === undefined;
  if (unknown && request !== undefined && linkToken.value !== undefined) {
    return <LinkPage key={linkToken.value} id={request.id} token={linkToken.value} />;
  }
  // A request already on the page stays there when the sign-in ends: its dialogs hold what was typed.
  if (unknown) return <SignInPage />;
  if (!there && ended.value === "signed-out") return <SignInPage />;
  if (problem && STRANGERS.includes(problem.body.code)) return <StrangerPage problem={problem} />;
  if (me.value === undefined && problem !== undefined) return <ProblemNotice problem={problem} retry={readMe} />;
  if (path === "/") return <RequestList />;
  if (request !== undefined) return <RequestPage key={request.id} {...request} />;
  if (path === "/secrets" || path === "/secrets/change") return <Secrets part={path === "/secrets" ? "all" : "change"} />;
  if (ofAccess(path)) return <Access path={path} />;
  if (ofPolicies(path)) return <Policies path={path} />;
  if (/^\/settings(\/|$)/.test(path)) return <Settings path={path} />;
  return <NotFound />;
}

/** Whoever goes to another page is there with the keyboard, too; filters are no other page. */
function useArrival(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) document.getElementById("content")?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
}

function NotFound() {
  return (
    <section class="gate">
      <h1 tabIndex={-1}>There is no such page</h1>
      <p>
        <a href="/">All requests</a>
      </p>
    </section>
  );
}
