// What somebody makes of a revision, and the call that makes it the next one. Values that stay are never sent again.
import type { Amendment, ChangeRequest, Operation } from "../api.ts";
import { counting, operationsOf, same, type Place, type Written } from "../documents/written.ts";
import { source } from "./operation.ts";

export interface Edits {
  /** Of the revision that they are made to. */
  digest: string;
  title: string;
  message: string;
  /** Bind what stays to what the store holds now. */
  rebase: boolean;
  /** Operations of the revision that go, by `nameOf`. */
  dropped: string[];
  /** New values for keys that the revision sets already, by `nameOf`. */
  replaced: Record<string, string>;
  written: Written[];
}

/** Nothing edited yet. What met a conflict can only go on against what the store holds now. */
export function unedited({ digest, title, message, statusReason }: ChangeRequest): Edits {
  return { digest, title, message, rebase: statusReason !== null, dropped: [], replaced: {}, written: [] };
}

/** What somebody changed, on top of a revision: what they left alone is as that revision has it. */
export function onTopOf(request: ChangeRequest, changed: Partial<Edits>): Edits {
  return { ...unedited(request), ...changed };
}

/** What was changed, and what was written elsewhere: it takes the place of what the revision does to these keys. */
export function taking(
  request: ChangeRequest,
  changed: Partial<Edits>,
  more: Pick<Edits, "message" | "written">,
): Partial<Edits> {
  const before = onTopOf(request, changed);
  const { dropped, replaced, written } = counting(more.written).reduce((edits, each) => adding(request, edits, each), before);
  const message = [before.message, more.message].filter((text) => text !== "").join("\n\n");
  return { ...changed, digest: request.digest, ...(more.message !== "" && { message }), dropped, replaced, written };
}

function adding(request: ChangeRequest, edits: Edits, written: Written): Edits {
  const held = request.changes
    .filter((change) => same(change, written))
    .flatMap(({ operations }) => operations)
    .filter((operation) => meets(operation, written));
  const names = held.map((operation) => nameOf(written, operation));
  const [name] = names;
  if (name !== undefined && written.op === "set" && held.every(({ op }) => op === "set")) {
    const dropped = edits.dropped.filter((each) => each !== name);
    return { ...edits, dropped, replaced: { ...edits.replaced, [name]: written.value } };
  }
  return { ...edits, dropped: [...new Set([...edits.dropped, ...names])], written: [...edits.written, written] };
}

function meets(operation: Operation, written: Written): boolean {
  return operation.op === "deleteDocument" || written.op === "deleteDocument" || source(operation) === written.key;
}

/** One operation of a revision, as it is called while it is edited. */
export function nameOf({ environment, path }: Place, operation: Operation): string {
  return [environment, path, source(operation) ?? ""].join("\n");
}

/** The body of the call; what is not said stays as it is. */
export function amendment(request: ChangeRequest, edits: Edits): Amendment {
  const stays = request.changes.flatMap((change) =>
    change.operations
      .filter((operation) => {
        const name = nameOf(change, operation);
        return !edits.dropped.includes(name) && edits.replaced[name] === undefined;
      })
      .map((operation) => ({ environment: change.environment, path: change.path, key: source(operation) })),
  );
  const all = request.changes.reduce((sum, { operations }) => sum + operations.length, 0);
  const changes = operationsOf([...replacing(request, edits), ...edits.written]);
  return {
    digest: request.digest,
    ...(edits.title !== request.title && { title: edits.title }),
    ...(edits.message !== request.message && { message: edits.message }),
    ...(changes.length > 0 && { changes }),
    ...(stays.length > 0 && {
      keep:
        stays.length === all
          ? ("all" as const)
          : stays.map(({ key, ...place }) => ({ ...place, ...(key !== undefined && { key }) })),
      base: edits.rebase ? ("present" as const) : ("unchanged" as const),
    }),
  };
}

/** How many operations the next revision has. */
export function size(request: ChangeRequest, edits: Edits): number {
  const { changes = [], keep } = amendment(request, edits);
  const kept = keep === "all" ? request.changes.reduce((sum, each) => sum + each.operations.length, 0) : (keep?.length ?? 0);
  const written = (changes ?? []).flatMap((each) => [
    ...Object.keys(each.set ?? {}),
    ...(each.delete ?? []),
    ...Object.keys(each.rename ?? {}),
    ...Object.keys(each.copy ?? {}),
    ...(each.deleteDocument ? [each.path] : []),
  ]);
  return kept + written.length;
}

function replacing(request: ChangeRequest, { replaced, dropped }: Edits): Written[] {
  return request.changes.flatMap(({ environment, path, operations }) =>
    operations.flatMap((operation): Written[] => {
      const name = nameOf({ environment, path }, operation);
      const value = replaced[name];
      if (operation.op !== "set" || value === undefined || dropped.includes(name)) return [];
      return [{ environment, path, op: "set", key: operation.key, value }];
    }),
  );
}
