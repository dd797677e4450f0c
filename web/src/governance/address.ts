// Requests of the whole organisation are numbered `*-1`: in an address the star may be written as it is, or encoded.

/** Its groups: the request as an address has it, and whether that is revised. */
const ADDRESS = /^\/requests\/((?:\*|%2[aA])?[a-z0-9-]+)(\/revise)?$/;

/** The request at an address, and which part of its page. */
export function requestAt(path: string): { id: string; part: "all" | "revise" } | undefined {
  const [, id, revise] = ADDRESS.exec(path) ?? [];
  return id === undefined ? undefined : { id: decodeURIComponent(id), part: revise === undefined ? "all" : "revise" };
}
