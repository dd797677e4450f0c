const PATH = /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9_+=.@-]{1,128}){1,10}$/;

/** Whether it is the path of a document, as the API decides it. */
export function isPath(text: string): boolean {
  return PATH.test(text);
}
