/** The pages of policies: which project's, which policy, and whether it is edited. */
export const ADDRESS = /^\/policies$|^\/projects\/([a-z0-9-]+)\/policies(?:\/([a-z0-9-]+)(\/edit)?)?$/;

/** Whether an address is one of the pages of policies. */
export function ofPolicies(path: string): boolean {
  return ADDRESS.test(path);
}
