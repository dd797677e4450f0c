import type { Kind, Operation } from "../api.ts";
import { plain } from "../format.ts";
import { origin } from "./operation.ts";

/** The keys that an operation is about. */
export function Keys({ operation }: { operation: Operation }) {
  switch (operation.op) {
    case "rename":
      return (
        <>
          <code>{plain(operation.from)}</code> <span aria-label="becomes">→</span> <code>{plain(operation.to)}</code>
        </>
      );
    case "deleteDocument":
      return (
        <>
          the whole document{operation.keys.length > 0 && ": "}
          {operation.keys.map((key, at) => (
            <span key={key}>
              {at > 0 && ", "}
              <code>{plain(key)}</code>
            </span>
          ))}
        </>
      );
    default:
      return <code>{plain(operation.key)}</code>;
  }
}

/** What becomes of the value, or became of it, without showing it. */
export function Effect({ operation, done }: { operation: Operation; done: boolean }) {
  const before = done ? "value before" : "value now";
  switch (operation.op) {
    case "set":
      return <Sealed before={operation.change === "add" ? undefined : before} after={written(operation.kind)} />;
    case "copy":
      return (
        <>
          <Sealed before={operation.change === "add" ? undefined : before} after={written(operation.kind)} />{" "}
          <span class="origin">copied from {origin(operation)}</span>
        </>
      );
    case "delete":
      return <Sealed before={before} after="nothing" gone />;
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
