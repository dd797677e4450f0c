// The fragment of a mail's link.
const FORM = /^#vote=([A-Za-z0-9_-]{43})$/;

/** The token in a fragment, if that is what it holds. */
export function tokenIn(hash: string): string | undefined {
  return FORM.exec(hash)?.[1];
}
