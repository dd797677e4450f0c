// What the API found wrong in what was sent, brought to the line that it is about.
import type { Operations, ProblemBody } from "../api.ts";
import { Problem } from "../client.ts";
import { sentence } from "../format.ts";
import { same, type Place, type Written } from "./written.ts";

/** Something wrong with an operation, or with its document where no key is named. */
export interface Fault extends Place {
  op?: string;
  key?: string;
  message: string;
}

/** What a form shows at its lines and fields, and what is left to be said of the whole. */
export interface Faults {
  lines: Fault[];
  /** By the names of the form's own fields. */
  fields: Record<string, string>;
  /** The problem with the errors that have no place. */
  rest: Problem | undefined;
}

const AT = /^changes\[(\d+)\](?:\.(set|rename|copy)\.(.*)|\.(\w+).*)?$/s;

/** @param fields names of the form's own fields */
export function faultsOf(problem: Problem | undefined, sent: readonly Operations[], fields: readonly string[]): Faults {
  const lines: Fault[] = [];
  const own: Record<string, string> = {};
  const others: NonNullable<ProblemBody["errors"]> = [];
  for (const error of problem?.body.errors ?? []) {
    const [, index, op, named, part] = AT.exec(error.field) ?? [];
    const place = index === undefined ? undefined : sent[Number(index)];
    const key = op === "copy" ? copied(place, named) : named;
    if (fields.includes(error.field)) own[error.field] = sentence(error.message);
    else if (place === undefined) others.push(error);
    else {
      const { environment, path } = place;
      const onKey = op !== undefined && key !== undefined ? { op, key } : part === "deleteDocument" ? { op: part } : {};
      lines.push({ environment, path, ...onKey, message: error.message });
    }
  }
  return { lines, fields: own, rest: problem && new Problem({ ...problem.body, errors: others }) };
}

/** The key that is meant, with or without a field of where it is copied from. */
function copied(place: Operations | undefined, named: string | undefined): string | undefined {
  return named === undefined || Object.hasOwn(place?.copy ?? {}, named) ? named : named.replace(/\.\w+$/, "");
}

/** What is wrong with that line. */
export function ofLine(faults: readonly Fault[], written: Written): string | undefined {
  const key = written.op === "deleteDocument" ? undefined : written.key;
  return said(faults.filter((each) => same(each, written) && each.op === written.op && each.key === key));
}

/** What is wrong with the document as a whole. */
export function ofDocument(faults: readonly Fault[], place: Place): string | undefined {
  const whole = (each: Fault) => each.op === undefined || each.op === "deleteDocument";
  return said(faults.filter((each) => same(each, place) && whole(each)));
}

function said(faults: readonly Fault[]): string | undefined {
  return faults.length === 0 ? undefined : faults.map(({ message }) => sentence(message)).join(" ");
}
