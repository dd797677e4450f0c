// What is typed of a destination, and what the API is sent of it.
import type { Destination, Sends } from "../api.ts";

export type Kind = Destination["type"];

export interface DestinationForm {
  type: Kind;
  environment: string;
  path: string;
  parameterPrefix: string;
  wholeDocument: boolean;
  url: string;
  values: boolean;
  events: string[];
  server: string;
  ca: string;
  namespace: string;
  name: string;
  eksCluster: string;
  /** A line for each: the document's key, an equals sign, and the key there. */
  keys: string;
  wholeDocumentAs: string;
  labels: string;
  cluster: string;
  service: string;
}

export const BLANK: DestinationForm = {
  type: "SSM",
  environment: "",
  path: "/**",
  parameterPrefix: "",
  wholeDocument: false,
  url: "",
  values: false,
  events: [],
  server: "",
  ca: "",
  namespace: "",
  name: "{path}",
  eksCluster: "",
  keys: "",
  wholeDocumentAs: "",
  labels: "",
  cluster: "",
  service: "",
};

export const KINDS: Record<Kind, string> = {
  SSM: "SSM Parameter Store",
  KUBERNETES: "Kubernetes Secret",
  EXTERNAL_SECRETS: "External Secrets refresh",
  WEBHOOK: "Webhook",
  ECS: "ECS redeployment",
};

/** What happens to requests, as a webhook may be told of it. */
export const WORDS = [
  "Submitted",
  "Revised",
  "Voted",
  "Agreed",
  "Rejected",
  "Withdrawn",
  "Expired",
  "Commented",
  "Merge Started",
  "Merged",
  "Bypassed",
  "Acknowledged",
  "Conflicted",
  "Failed",
] as const;

/** The form over a destination that is there. */
export function formOfDestination(held: Destination): DestinationForm {
  const { keys, labels, wholeDocumentAs } = held;
  const plain = Object.fromEntries(
    Object.entries(held).filter(([name, value]) => name in BLANK && value !== null && typeof value !== "object"),
  ) as Partial<DestinationForm>;
  return {
    ...BLANK,
    ...plain,
    events: held.events ?? [],
    keys: lines(keys),
    labels: lines(labels),
    wholeDocumentAs: wholeDocumentAs ?? "",
  };
}

function lines(pairs: Record<string, string> | undefined): string {
  return Object.entries(pairs ?? {})
    .map(([from, to]) => `${from}=${to}`)
    .join("\n");
}

function pairs(text: string): Record<string, string> {
  const rows = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    rows.map((row) => {
      const at = row.indexOf("=");
      return at < 0 ? [row.trim(), row.trim()] : [row.slice(0, at).trim(), row.slice(at + 1).trim()];
    }),
  );
}

/** As the API wants it: a credential only where a new one was typed. */
export function bodyOf(form: DestinationForm, secret: string): Sends<"putDestination"> {
  const { type, environment, path } = form;
  return { type, environment, path, ...sinkOf(form, secret) } as Sends<"putDestination">;
}

function sinkOf(form: DestinationForm, secret: string): object {
  switch (form.type) {
    case "SSM":
      return { parameterPrefix: form.parameterPrefix, wholeDocument: form.wholeDocument };
    case "WEBHOOK":
      return { url: form.url, values: form.values, events: form.events, ...(secret !== "" && { key: secret }) };
    case "KUBERNETES":
      return {
        ...clusterOf(form, secret),
        keys: pairs(form.keys),
        labels: pairs(form.labels),
        ...(form.wholeDocumentAs !== "" && { wholeDocumentAs: form.wholeDocumentAs }),
      };
    case "EXTERNAL_SECRETS":
      return clusterOf(form, secret);
    case "ECS":
      return { cluster: form.cluster, service: form.service };
  }
}

function clusterOf({ server, ca, namespace, name, eksCluster }: DestinationForm, secret: string): object {
  const login = eksCluster !== "" ? { eksCluster } : secret !== "" ? { token: secret } : {};
  return { server, ca, namespace, name, ...login };
}

/** A new signing key, made in this browser. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
