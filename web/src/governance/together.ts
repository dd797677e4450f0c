// Whom a change asks that several have a say in.
import type { GovernanceState } from "../api.ts";

/** All of them have to agree; nobody knows whom it asks until each of them is known. */
export function together(states: readonly (GovernanceState | undefined)[]): GovernanceState | undefined {
  const [first, ...rest] = states;
  return rest.reduce((sum, each) => sum && each && both(sum, each), first);
}

function both(one: GovernanceState, other: GovernanceState): GovernanceState {
  return {
    governance: one.governance === "OPT_OUT" ? other.governance : one.governance,
    settingUp: one.settingUp || other.settingUp,
    atOnce: one.atOnce && other.atOnce,
    policies: [...one.policies, ...other.policies],
  };
}
