// What keeps a document from being changed, in words.
import type { DocumentSummary } from "../api.ts";

export interface Hindrance {
  message: string;
  /** Whether nothing can be proposed here, or only the merge has to wait. */
  lasting: boolean;
}

const WORDS: Record<NonNullable<DocumentSummary["hindrance"]>, Hindrance> = {
  ROTATING: { message: "A rotation is going on: a change can be proposed, and is merged once that is over.", lasting: false },
  CROWDED: { message: "It was written so often today that AWS may soon take no more versions: a merge waits.", lasting: false },
  MANAGED: { message: "Another AWS service owns it, so it can only be read here.", lasting: true },
  REPLICA: { message: "It is a replica of a secret in another region: change it there.", lasting: true },
};

const UNREADABLE: Hindrance = {
  message: "It is no flat JSON object and no text (binary, nested or with a name twice), so it is never shown or written here.",
  lasting: true,
};

export function hindered({ content, hindrance }: Pick<DocumentSummary, "content" | "hindrance">): Hindrance | undefined {
  if (content === "UNREADABLE") return UNREADABLE;
  return hindrance === null ? undefined : WORDS[hindrance];
}
