import { ASK } from "./address.ts";
import { AskPage } from "./ask.tsx";
import { AccessPage } from "./page.tsx";

/** The page of access at that address. */
export function AccessRoute({ path }: { path: string }) {
  return path === ASK ? <AskPage /> : <AccessPage />;
}
