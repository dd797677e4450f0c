// The addresses of the pages of access: what is asked for first stands in them, so that a link can say it.

export const LIST = "/access";
export const ASK = "/access/ask";

/** Whether an address is one of them. */
export function ofAccess(path: string): boolean {
  return path === LIST || path === ASK;
}

/** What a link asks for: a place, or the access that is to last longer. */
export interface Asked {
  project?: string;
  environment?: string;
  path?: string;
  /** Id of the access that is to last longer. */
  extends?: string;
}

/** The address of the form that asks for it. */
export function askAddress(asked: Asked): string {
  const search = new URLSearchParams({ ...asked });
  return search.size === 0 ? ASK : `${ASK}?${search}`;
}
