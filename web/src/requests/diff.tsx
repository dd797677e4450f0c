import type { ChangeRequest, DocumentChange, MovedDocument, Operation } from "../api.ts";
import { RevealButton, RevealedValues } from "../documents/reveal.tsx";
import { count, plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { anchorOf } from "./anchor.ts";
import { Effect, Keys } from "./keys.tsx";
import { namesOf, source, target, touched, wordOf } from "./operation.ts";
import { revealWord, useRequestReveal } from "./reveal.tsx";

/** What the request does, key by key. A value comes to this page only when somebody reveals it. */
export function Diff({ request, moved }: { request: ChangeRequest; moved: MovedDocument[] }) {
  const { changes, digest } = request;
  const keys = changes.flatMap(({ operations }) => operations).reduce((sum, each) => sum + touched(each), 0);
  return (
    <section class="diff" aria-labelledby="changes">
      <h2 id="changes">{count(keys, "changed key")}</h2>
      {changes.map((change) => (
        <DocumentDiff key={digest + change.environment + change.path} request={request} moved={moved} change={change} />
      ))}
      <p class="hint">{sealing(request)}</p>
    </section>
  );
}

function sealing({ may, documents }: ChangeRequest): string {
  if (may.includes("reveal")) return "Values stay sealed. Whoever reveals one is recorded; it is hidden again when you leave this tab.";
  return documents.length > 0
    ? "Values stay sealed: the merge wrote them, and they are shown nowhere here."
    : "Values stay sealed: they are written at the merge and shown nowhere here.";
}

interface Shown {
  request: ChangeRequest;
  /** What is another in the store than when the revision was made. */
  moved: MovedDocument[];
  change: DocumentChange;
}

function DocumentDiff({ request, moved, change }: Shown) {
  const { environment, path, operations } = change;
  // A link to a key leads to the first that is about it.
  const first = new Map(operations.toReversed().flatMap((each) => namesOf(each).map((name) => [name, each] as const)));
  return (
    <article>
      <h3>
        <Badge tone="quiet">{plain(environment)}</Badge> <code>{plain(path)}</code>
      </h3>
      <ul>
        {operations.map((operation) => (
          <Key
            key={target(operation)}
            request={request}
            moved={moved}
            change={change}
            operation={operation}
            names={namesOf(operation).filter((name) => first.get(name) === operation)}
          />
        ))}
      </ul>
    </article>
  );
}

interface Line extends Shown {
  operation: Operation;
  /** Keys whose links lead here. */
  names: string[];
}

function Key({ request, moved, change: { environment, path }, operation, names }: Line) {
  const { word, tone } = wordOf(operation);
  // A renamed key is found under its old name until the merge, and under the new one afterwards.
  const name = (request.status === "OPEN" ? source(operation) : target(operation)) ?? "";
  const revealing = useRequestReveal(request, moved, { environment, path }, name);
  return (
    <li class={tone}>
      <Badge tone={tone}>{word}</Badge>
      <span class="key">
        {names.map((each) => (
          <span key={each} id={anchorOf({ environment, path }, each)} />
        ))}
        <Keys operation={operation} />
      </span>
      <span class="values">
        <Effect operation={operation} done={request.documents.length > 0} />
      </span>
      {operation.op !== "deleteDocument" && request.may.includes("reveal") && (
        <RevealButton what={revealWord(request)} name={name} revealing={revealing} />
      )}
      <RevealedValues name={name} revealing={revealing} />
    </li>
  );
}
