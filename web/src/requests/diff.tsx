import type { DocumentChange, Kind, Operation } from "../api.ts";
import { count, plain, type Tone } from "../format.ts";
import { Badge } from "../ui/badge.tsx";

/** What the request does, key by key. Values are never sent to this page. */
export function Diff({ changes }: { changes: DocumentChange[] }) {
  const keys = changes.flatMap(({ operations }) => operations).reduce((sum, each) => sum + touched(each), 0);
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
        <Keys operation={operation} />
      </span>
      <span class="values">{effect(operation)}</span>
    </li>
  );
}

function Keys({ operation }: { operation: Operation }) {
  switch (operation.op) {
    case "rename":
      return (
        <>
          <code>{plain(operation.from)}</code> <span aria-label="becomes">→</span> <code>{plain(operation.to)}</code>
        </>
      );
    case "deleteDocument":
      return <>the whole document{operation.keys.length > 0 && ": "}{operation.keys.map((key, at) => (
        <>{at > 0 && ", "}<code>{plain(key)}</code></>
      ))}</>;
    default:
      return <code>{plain(operation.key)}</code>;
  }
}

function touched(operation: Operation): number {
  return operation.op === "deleteDocument" ? operation.keys.length : 1;
}

export function target(operation: Operation): string {
  switch (operation.op) {
    case "rename":
      return operation.to;
    case "deleteDocument":
      return "";
    default:
      return operation.key;
  }
}

function wordOf(operation: Operation): { word: string; tone: Tone } {
  switch (operation.op) {
    case "set":
      return operation.change === "add" ? { word: "Added", tone: "good" } : { word: "Changed", tone: "wait" };
    case "delete":
      return { word: "Removed", tone: "bad" };
    case "rename":
      return { word: "Renamed", tone: "wait" };
    case "deleteDocument":
      return { word: "Deleted", tone: "bad" };
  }
}

function effect(operation: Operation) {
  switch (operation.op) {
    case "set":
      return <Sealed before={operation.change === "add" ? undefined : "value now"} after={written(operation.kind)} />;
    case "delete":
      return <Sealed before="value now" after="nothing" gone />;
    case "rename":
      return <>keeps its value</>;
    case "deleteDocument":
      return <>AWS keeps it for 30 days</>;
  }
}

function written(kind: Kind): string {
  return kind === "string" ? "new value" : `new value, ${kind}`;
}

function Sealed({ before, after, gone = false }: { before?: string | undefined; after: string; gone?: boolean }) {
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
