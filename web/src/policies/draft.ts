/** Where what is typed over a policy is kept, or for a new one. */
export function placeOf(project: string, id = "new"): string {
  return `${project}.policies.${id}`;
}
