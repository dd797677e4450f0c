// What somebody types into the form of an environment, and the environment that it makes.
import type { Environment, Sends } from "../api.ts";
import type { Parts } from "../ui/meanwhile.tsx";

/** Keys that a rotation writes, one a line. */
export interface Rotated {
  path: string;
  keys: string;
}

export interface EnvironmentForm {
  id: string;
  name: string;
  secretPrefix: string;
  kmsKeyArn: string;
  rotated: Rotated[];
}

export function unmade(): EnvironmentForm {
  return { id: "", name: "", secretPrefix: "", kmsKeyArn: "", rotated: [] };
}

export function fieldsOf({ id, name, secretPrefix, kmsKeyArn, rotatedKeys }: Environment): EnvironmentForm {
  const rotated = rotatedKeys.map(({ path, keys }) => ({ path, keys: keys.join("\n") }));
  return { id, name, secretPrefix, kmsKeyArn: kmsKeyArn ?? "", rotated };
}

export function bodyOf({ name, secretPrefix, kmsKeyArn, rotated }: EnvironmentForm): Sends<"putEnvironment"> {
  return {
    ...(name.trim() !== "" && { name: name.trim() }),
    secretPrefix: secretPrefix.trim(),
    kmsKeyArn: kmsKeyArn.trim() || null,
    rotatedKeys: rotated.map(({ path, keys }) => ({ path: path.trim(), keys: linesOf(keys) })),
  };
}

export const PARTS: Parts<Environment> = {
  Name: ({ name }) => name,
  "KMS key": ({ kmsKeyArn }) => kmsKeyArn ?? "",
  "Rotated keys": ({ rotatedKeys }) => rotatedKeys.map(({ path, keys }) => `${path}: ${keys.join(", ")}`).join("; "),
};

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}
