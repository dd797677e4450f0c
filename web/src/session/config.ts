// What this installation needs to sign people in.
import { signal } from "@preact/signals";
import type { Config } from "../api.ts";

export const config = signal<Config | undefined>(undefined);

export async function readConfig(): Promise<Config> {
  const response = await fetch("/config.json", { cache: "no-store", credentials: "omit" });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  const read = (await response.json()) as Config;
  config.value = read;
  return read;
}
