// What this installation needs to sign people in: it stands in the page, so nothing has to be asked for first.
import { signal } from "@preact/signals";
import type { Config } from "../api.ts";

export const config = signal<Config | undefined>(undefined);

export function readConfig(): Config {
  const said = document.querySelector<HTMLMetaElement>("meta[name=countersign-config]")?.content;
  const read = JSON.parse(said ?? "") as Config;
  config.value = read;
  return read;
}
