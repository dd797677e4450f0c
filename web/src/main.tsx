import { render } from "preact";
import "./style.css";
import "./policies/policies.css";
import { App } from "./app.tsx";
import { talkTo } from "./client.ts";
import { startKeys } from "./keys/keys.ts";
import { findLink, forgetLink, linkToken, takeLink } from "./link/token.ts";
import { startPresence } from "./presence.ts";
import { address, go, here, startRouter } from "./router.ts";
import { readConfig } from "./session/config.ts";
import { takeOver } from "./session/draft.ts";
import { failed, justSignedOut } from "./session/gate.tsx";
import { ended, tokens } from "./session/session.ts";
import { beginSignIn, broughtBack, finishSignIn, keepRenewing } from "./session/signin.ts";

async function start(): Promise<void> {
  await takeOver();
  const config = readConfig();
  // Not before: where the page cannot begin, loading it again finds the link as it was.
  takeLink();
  findLink();
  talkTo(config.api);
  keepRenewing(config);
  const back = broughtBack(address.value);
  if (back !== undefined) {
    go(location.pathname, "replace");
    const result = await finishSignIn(config, back);
    if (result.failed === undefined) go(result.to, "replace");
    else failed.value = { why: result.failed, to: result.to };
  } else if (tokens.value === undefined && justSignedOut()) {
    ended.value = "signed-out";
  } else if (tokens.value === undefined && linkToken.value === undefined) {
    await beginSignIn(config, here());
    return;
  }
  // Whoever is signed in votes as themselves.
  if (tokens.value !== undefined) forgetLink();
  startRouter();
  startKeys();
  startPresence();
  addEventListener("hashchange", takeLink);
  show(<App />);
}

function show(page: preact.ComponentChild): void {
  const place = document.getElementById("app");
  if (place !== null) render(page, place);
}

start().catch(() =>
  show(
    <main class="gate">
      <h1>Countersign is not available right now</h1>
      <p>Nothing was changed. Load the page again in a moment.</p>
      <button type="button" onClick={() => location.reload()}>
        Load again
      </button>
    </main>,
  ),
);
