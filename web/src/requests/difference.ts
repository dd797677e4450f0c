// What changed between the request somebody was reading and the request as it is now.
import { doingWhere } from "../access/words.ts";
import type { ChangeRequest, DocumentChange, Edit, Entitlement, Operation } from "../api.ts";
import { plain, STATUSES, utc } from "../format.ts";
import { spoken } from "../ui/span.ts";
import { origin } from "./operation.ts";

export function difference(read: ChangeRequest, now: ChangeRequest): string[] {
  const said: string[] = [];
  if (read.status !== now.status) said.push(`It is now ${STATUSES[now.status].word}.`);
  if (read.revision !== now.revision) said.push(`Revision ${read.revision} was replaced by revision ${now.revision}.`);
  said.push(...changed(read, now));
  if (read.digest !== now.digest && said.length === 0) said.push("Its values or base were changed.");
  return said;
}

/** What is proposed, as a revision or a request holds it. */
export type Proposed = Pick<ChangeRequest, "title" | "message" | "changes" | "access" | "rules">;

/** What differs in what is proposed, as far as it is to be seen: values are not. */
export function changed(before: Proposed, now: Proposed): string[] {
  const said: string[] = [];
  if (before.title !== now.title) said.push(`The title is now “${plain(now.title)}”.`);
  if (before.message !== now.message) said.push(`The ${now.access === null ? "message" : "reason"} was changed.`);
  const old = lines(before);
  const present = lines(now);
  for (const line of present) if (!old.has(line)) said.push(`New: ${line}.`);
  for (const line of old) if (!present.has(line)) said.push(`No longer: ${line}.`);
  return said;
}

function lines({ changes, access, rules }: Proposed): Set<string> {
  return new Set([
    ...changes.flatMap(linesOf),
    ...(access === null ? [] : asked(access)),
    ...(rules === null ? [] : rules.edits.flatMap(edited)),
  ]);
}

function edited({ words, differences }: Edit): string[] {
  return [plain(words), ...differences.map(({ label, after, withheld }) => `${plain(words)}, ${label}: ${withheld ? "changed" : plain(after ?? "nothing")}`)];
}

function asked(access: Entitlement): string[] {
  return [
    doingWhere(access),
    `for ${spoken(access.duration)} at most`,
    ...(access.start === null ? [] : [`from ${utc(new Date(access.start))}`]),
    ...(access.end === null ? [] : [`until ${utc(new Date(access.end))} at the latest`]),
    ...(access.extends === null ? [] : [`more time for ${access.extends}`]),
  ];
}

function linesOf({ environment, path, operations }: DocumentChange): string[] {
  return operations.map((operation) => `${line(operation)} in ${plain(environment)} ${plain(path)}${from(operation)}`);
}

function line(operation: Operation): string {
  switch (operation.op) {
    case "set":
    case "copy":
      return `${operation.change} ${plain(operation.key)}${operation.kind === "string" ? "" : ` as ${operation.kind}`}`;
    case "delete":
      return `remove ${plain(operation.key)}`;
    case "rename":
      return `rename ${plain(operation.from)} to ${plain(operation.to)}`;
    case "deleteDocument":
      return `delete the document with ${operation.keys.map(plain).join(", ")}`;
  }
}

function from(operation: Operation): string {
  return operation.op === "copy" ? `, copied from ${origin(operation)}` : "";
}
