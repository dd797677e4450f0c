// The addresses of the pages of policies.

/** Its groups: project, policy, and whether that is edited. */
export const ADDRESS = /^\/policies$|^\/projects\/([a-z0-9-]+|_all)\/policies(?:\/([a-z0-9-]+)(\/edit)?)?$/;

/** Whether an address is one of them. */
export function ofPolicies(path: string): boolean {
  return ADDRESS.test(path);
}
