import { ChangePage } from "./change.tsx";
import { SecretsPage } from "./page.tsx";

export type SecretsPart = "all" | "change";

/** What a project holds, or the form that sends what is changed of it: both live on the same change. */
export function Secrets({ part }: { part: SecretsPart }) {
  return part === "all" ? <SecretsPage /> : <ChangePage />;
}
