import type { DocumentChange, Operation } from "../api.ts";
import { count, plain, type Tone } from "../format.ts";
import { Badge } from "../ui/badge.tsx";

/** What the request does, key by key. Values are never sent to this page. */
export function Diff({ changes }: { changes: DocumentChange[] }) {
  const keys = changes.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <section class="diff" aria-labelledby="changes">
      <h2 id="changes">{count(keys, "changed key")}</h2>
      {changes.map((change) => (
        <DocumentDiff key={change.environment + change.path} change={change} />
      ))}
      <p class="hint">Values stay sealed: they are written at the merge and shown nowhere here.</p>
    </section>
  );
}

function DocumentDiff({ change: { environment, path, operations } }: { change: DocumentChange }) {
  return (
    <article>
      <h3>
        <Badge tone="quiet">{plain(environment)}</Badge> <code>{plain(path)}</code>
      </h3>
      <ul>
        {operations.map((operation) => (
          <Key key={target(operation)} operation={operation} />
        ))}
      </ul>
    </article>
  );
}

function Key({ operation }: { operation: Operation }) {
  const { word, tone } = wordOf(operation);
  return (
    <li class={tone} id={`key-${target(operation)}`}>
      <Badge tone={tone}>{word}</Badge>
      <span class="key">
        {operation.op === "rename" ? (
          <>
            <code>{plain(operation.from)}</code> <span aria-label="becomes">→</span> <code>{plain(operation.to)}</code>
          </>
        ) : (
          <code>{plain(operation.key)}</code>
        )}
      </span>
      <span class="values">{effect(operation)}</span>
    </li>
  );
}

export function target(operation: Operation): string {
  return operation.op === "rename" ? operation.to : operation.key;
}

function wordOf(operation: Operation): { word: string; tone: Tone } {
  switch (operation.op) {
    case "set":
      return operation.change === "add" ? { word: "Added", tone: "good" } : { word: "Changed", tone: "wait" };
    case "delete":
      return { word: "Removed", tone: "bad" };
    case "rename":
      return { word: "Renamed", tone: "wait" };
  }
}

function effect(operation: Operation) {
  switch (operation.op) {
    case "set":
      return operation.change === "add" ? <Sealed after="new value" /> : <Sealed before="value now" after="new value" />;
    case "delete":
      return <Sealed before="value now" after="nothing" gone />;
    case "rename":
      return <>keeps its value</>;
  }
}

function Sealed({ before, after, gone = false }: { before?: string; after: string; gone?: boolean }) {
  return (
    <>
      {before && (
        <>
          <Dots name={before} /> →{" "}
        </>
      )}
      {gone ? after : <Dots name={after} />}
    </>
  );
}

function Dots({ name }: { name: string }) {
  return (
    <span class="dots">
      <span aria-hidden="true">••••••</span> {name}
    </span>
  );
}
