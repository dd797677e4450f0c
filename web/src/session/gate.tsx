// What stands before the pages while nobody, or nobody known, is signed in.
import { signal } from "@preact/signals";
import { go, here } from "../router.ts";
import { config } from "./config.ts";
import { dropDrafts } from "./draft.ts";
import { ended } from "./session.ts";
import { beginSignIn, signOut } from "./signin.ts";

/** Why the last sign-in failed, and where it was going. */
export const failed = signal<{ why: string; to: string } | undefined>(undefined);

/** Where the next person on this tab goes after a sign-out: the wrong person leaves, the right one comes back. */
const AFTER = "countersign.after";

export function askToSignIn(): void {
  const settings = config.value;
  if (settings === undefined) return;
  const to = failed.value?.to ?? sessionStorage.getItem(AFTER) ?? here();
  sessionStorage.removeItem(AFTER);
  void beginSignIn(settings, to);
}

export function askToSignOut(): void {
  const settings = config.value;
  if (settings === undefined) return;
  sessionStorage.setItem(AFTER, here());
  dropDrafts();
  go("/", "replace");
  signOut(settings);
}

/** True on the page that follows a sign-out: it waits for a click instead of signing in again. */
export function justSignedOut(): boolean {
  return sessionStorage.getItem(AFTER) !== null;
}

export function SignInPage() {
  const why = failed.value?.why;
  return (
    <section class="gate">
      <h1 tabIndex={-1}>{ended.value === "signed-out" ? "You are signed out" : "Sign in to go on"}</h1>
      {why !== undefined && (
        <p role="alert" class="notice bad">
          <strong>The sign-in did not work.</strong> {why}
        </p>
      )}
      {ended.value === "expired" && <p>Your sign-in has ended. You come back to this page; what you typed is kept.</p>}
      <button type="button" onClick={askToSignIn}>
        Sign in
      </button>
    </section>
  );
}
