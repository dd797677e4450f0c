/** The pages that nobody needs on the way to a decision. */
export { PolicyRoute } from "./policies/route.tsx";
export { Secrets } from "./secrets/secrets.tsx";
export { Settings } from "./settings/settings.tsx";
