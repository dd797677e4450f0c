// What somebody makes of a revision, and the call that makes it the next one. Values that stay are never sent again.
import type { Amendment, ChangeRequest, Operation } from "../api.ts";
import { source } from "./operation.ts";

export interface Place {
  environment: string;
  path: string;
}

/** An operation that is written anew. */
export type Written = Place &
  ({ op: "set"; key: string; value: string } | { op: "delete"; key: string } | { op: "rename"; key: string; to: string });

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
  const changes = changesOf([...replacing(request, edits), ...edits.written]);
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
  ]);
  return kept + written.length;
}

/** Keys that are written more than once: of two values one would be lost unseen. */
export function twice({ written }: Edits): string[] {
  const names = written.map(({ environment, path, key }) => [environment, path, key].join(" "));
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
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

function changesOf(written: Written[]): NonNullable<Amendment["changes"]> {
  const documents = new Map(written.map(({ environment, path }) => [`${environment}\n${path}`, { environment, path }]));
  return [...documents.values()].map(({ environment, path }) => {
    const each = written.filter((one) => one.environment === environment && one.path === path);
    const set = Object.fromEntries(each.flatMap((one) => (one.op === "set" ? [[one.key, one.value]] : [])));
    const gone = each.flatMap((one) => (one.op === "delete" ? [one.key] : []));
    const rename = Object.fromEntries(each.flatMap((one) => (one.op === "rename" ? [[one.key, one.to]] : [])));
    return {
      environment,
      path,
      ...(Object.keys(set).length > 0 && { set }),
      ...(gone.length > 0 && { delete: gone }),
      ...(Object.keys(rename).length > 0 && { rename }),
    };
  });
}
