/** The pages that nobody needs on the way to a decision. */
export { AccessRoute } from "./access/route.tsx";
export { RulesAsked } from "./governance/asked.tsx";
export { PolicyRoute } from "./policies/route.tsx";
export { Revise } from "./requests/revise.tsx";
export { Secrets } from "./secrets/secrets.tsx";
export { StrangerPage } from "./session/stranger.tsx";
export { Settings } from "./settings/settings.tsx";
export { TakeBack } from "./requests/take-back.tsx";
