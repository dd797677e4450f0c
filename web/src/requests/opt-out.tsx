import type { Governance } from "../api.ts";
import { count, plain } from "../format.ts";
import { governanceOf, me, nameOf } from "../session/me.ts";
import { ORGANISATION } from "../ui/may.tsx";

/** So many are named; the page of each says it again. */
const NAMED = 3;

interface About {
  /** The project that a page is about; of all of them where it is absent. */
  of?: string;
  /** What the page knows of the project, also for those who have no role in it. */
  governance?: Governance;
}

/** Where one admin may change rules alone, every page says so. */
export function OptOut(about: About) {
  return (
    <>
      {me.value?.organisation.settingUp && (
        <p class="opt-out">One admin sets up the organisation alone until there is a second one.</p>
      )}
      <OptedOut {...about} />
    </>
  );
}

/** The same where it is said otherwise that somebody sets up alone. */
export function OptedOut({ of, governance = governanceOf(of ?? "") }: About) {
  if (me.value === undefined) return null;
  const { organisation, projects } = me.value;
  const shown = of === undefined ? projects : of === ORGANISATION ? [] : [{ name: nameOf(of), governance }];
  const alone = shown.filter(({ governance }) => governance === "OPT_OUT").map(({ name }) => plain(name));
  const rest = alone.length - NAMED;
  const which = [
    ...alone.slice(0, NAMED),
    ...(rest > 0 ? [count(rest, "more project")] : []),
    ...(organisation.governance === "OPT_OUT" ? ["the organisation"] : []),
  ];
  if (which.length === 0) return null;
  return (
    <p class="opt-out">
      Rules are not under two-person control in {together(which)}: one admin alone may change policies and people there.
    </p>
  );
}

function together(which: string[]): string {
  return which.length < 2 ? which.join("") : `${which.slice(0, -1).join(", ")} and ${which.at(-1)}`;
}
