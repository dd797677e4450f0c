// The API's answers as this page reads them. docs/openapi.yaml is the contract.

export interface Config {
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  endSessionEndpoint: string;
  scopes: string;
  /** Where the API is; empty for "here". */
  api: string;
}

export interface Named {
  id: string;
  name: string;
}

/** Who did something. */
export interface Actor extends Named {
  kind: "PERSON" | "MACHINE";
}

export interface Me {
  person: { id: string; name: string; email: string };
  organisationAdmin: boolean;
  projects: MyProject[];
}

export interface MyProject extends Named {
  roles: string[];
  governance: string;
}

export type Status = "OPEN" | "MERGING" | "MERGED" | "BYPASSED" | "REJECTED" | "WITHDRAWN" | "EXPIRED" | "FAILED";
export type Action = "approve" | "reject" | "merge" | "withdraw" | "comment";
export type Choice = "APPROVE" | "REJECT";

/** Who could clear a reason; `bound` says of those who cannot sign in yet that they cannot. */
export interface Clearing extends Named {
  bound?: false;
}

export interface Reason {
  code: string;
  message: string;
  clearedBy?: Clearing[];
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Summary {
  id: string;
  project: string;
  title: string;
  status: Status;
  author: Actor;
  createdAt: string;
  expiresAt: string | null;
}

export interface ChangeRequest extends Summary {
  kind: string;
  statusReason: Reason | null;
  message: string | null;
  revision: number;
  digest: string;
  changes: DocumentChange[];
  policies: Policy[];
  votes: Vote[];
  agreed: boolean;
  reasons: Reason[];
  may: Action[];
  documents: MergedDocument[];
  undeleted: { environment: string; path: string; message: string }[];
  overlapping: Overlapping[];
  syncs: Sync[];
  deliveries: Delivery[];
  timeline: Happening[];
}

/** Another open request on the same keys. */
export interface Overlapping {
  id: string;
  title: string;
  author: Named;
  documents: { environment: string; path: string; keys: string[] }[];
}

export interface DocumentChange {
  environment: string;
  path: string;
  operations: Operation[];
}

export type Operation =
  | { op: "set"; key: string; change: "add" | "change"; kind: Kind }
  | { op: "delete"; key: string }
  | { op: "rename"; from: string; to: string }
  | { op: "deleteDocument"; keys: string[] };

/** How a value is written. */
export type Kind = "string" | "number" | "boolean" | "null";

export interface Policy extends Named {
  version: number;
  selfApproval: boolean;
  declineAfter: number;
  pendingFor: string;
  mergeWithin: string | null;
  autoMerge: boolean;
  requirements: Requirement[];
}

export interface Requirement {
  needed: number;
  counted: number;
  approvers: Named[];
}

export interface Vote {
  person: Named;
  decision: Choice;
  comment: string | null;
  at: string;
  counts: boolean;
  why: string | null;
}

export interface MergedDocument {
  environment: string;
  path: string;
  versionId: string;
}

export interface Sync {
  destination: string;
  environment: string;
  path: string;
  versionId: string;
  status: "SYNCED" | "FAILED" | "WAITING";
  reason: string | null;
  names: string[];
  at: string;
}

export interface Delivery {
  event: string;
  person: Named;
  channel: string;
  status: "QUEUED" | "SENT" | "FAILED";
  reason: string | null;
  at: string;
}

export interface Happening {
  sequence: number;
  type: string;
  at: string;
  by: Actor | null;
  text: string | null;
}

/** RFC 9457 problem details with this API's members. */
export interface ProblemBody {
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: { field: string; rule?: string; message: string }[];
  reasons?: Reason[];
  present?: { digest?: string; revision?: number; status?: Status };
}
