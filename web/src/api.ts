// The API's answers by the names this page uses. What they hold is generated from docs/openapi.yaml: see types.mjs.
import type { components, operations } from "./schema.ts";

type Schemas = components["schemas"];

/** What an operation answers with that status. */
type Says<Id extends keyof operations, Status extends number> = operations[Id] extends {
  responses: Record<Status, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;

/** What an operation is sent. */
export type Sends<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

/** The elements of a list in the contract. */
type Each<List> = List extends readonly (infer One)[] ? One : never;

export type Config = Says<"config", 200>;
/** A person, or a machine; see their ids. */
export type Named = Pick<Schemas["ActorName"], "id" | "name">;
export type Actor = Schemas["ActorName"];
export type Me = Schemas["Me"];
export type MyProject = Each<Me["projects"]>;
/** A project's own settings, or those of the whole organisation. */
export type Project = Schemas["Project"];
export type Governance = Schemas["Governance"];
export type Environment = Schemas["Environment"];
/** Where merged documents go. */
export type Destination = Schemas["Destination"];
export type DestinationSyncs = Schemas["DestinationSyncs"];
/** A document without its values. */
export type DocumentSummary = Schemas["DocumentSummary"];
export type Key = Each<DocumentSummary["keys"]>;
/** An open request that would change a document. */
export type Pending = Each<DocumentSummary["pending"]>;
/** What governs a document. */
export type Effective = Schemas["Effective"];
export type Submission = Schemas["Submission"];
export type Submitted = Schemas["Submitted"];
export type Counts = Says<"countRequests", 200>;

export type Status = Schemas["Status"];
export type Reason = Schemas["Reason"];
/** Who could clear a reason; `bound` says of those who cannot sign in yet that they cannot. */
export type Clearing = Named & Pick<Each<Reason["clearedBy"]>, "bound">;

export type Person = Schemas["Person"];
export type Group = Schemas["Group"];
export type Channel = Schemas["Channel"];
export type Machine = Schemas["Machine"];
export type Join = Schemas["Join"];
export type Setup = Schemas["Setup"];
export type Role = Schemas["Role"];
export type Permission = Schemas["Permission"];
export type Binding = Schemas["Binding"];

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Summary = Schemas["RequestSummary"];
export type ChangeRequest = Schemas["Request"];
export type Action = Each<ChangeRequest["may"]>;
export type SealedRevision = Schemas["SealedRevision"];
export type Amendment = Schemas["Amendment"];
/** Access that is asked for, and as it was given. */
export type Entitlement = Schemas["Entitlement"];
export type Grant = Schemas["Grant"];
export type ListedGrant = Schemas["ListedGrant"];
/** What is asked for on one document. */
export type Operations = Schemas["Operations"];
export type DocumentChange = Schemas["Change"];
/** Changes of rules that are asked for together. */
export type Rules = Schemas["Rules"];
export type Edit = Each<Rules["edits"]>;
export type Moves = Schemas["Moves"];
/** Who has to agree to changes of rules. */
export type GovernanceState = Schemas["GovernanceState"];
export type RulesSubmission = Schemas["RulesSubmission"];
export type RulesAmendment = Schemas["RulesAmendment"];
export type RuleChange = Schemas["RuleChange"];
/** What documents and open requests need before and after a change of rules. */
export type Impact = Schemas["Impact"];
export type Operation = Each<DocumentChange["operations"]>;
/** How a value is written. */
export type Kind = Extract<Operation, { op: "set" }>["kind"];
export type Policy = Schemas["PolicyProgress"];
export type Requirement = Each<Policy["requirements"]>;
export type Vote = Schemas["Vote"];
export type Cast = Schemas["Cast"];
export type LinkedRequest = Schemas["LinkedRequest"];
export type CastByLink = Schemas["CastByLink"];
export type Remains = Each<Schemas["Remains"]>;
export type MovedDocument = Schemas["MovedDocument"];
export type Sync = Schemas["Sync"];
export type Delivery = Schemas["Delivery"];
export type Happening = Schemas["TimelineEntry"];
export type Revealed = Says<"revealProposal", 200>;
export type RevealedDocument = Says<"revealDocument", 200>;

/** A policy as it is written, in contrast to `Policy`, how far a request has come with one. */
export type WrittenPolicy = Schemas["Policy"];
/** All of a project, and who may write them. */
export type Policies = Says<"policies", 200>;
export type PolicyBody = Sends<"createPolicy">;
/** What policies and requests are about. */
export type PolicyKind = Schemas["Kind"];
export type PolicyVersion = Schemas["PolicyVersion"];
export type Target = Schemas["Target"];
export type Demand = Each<WrittenPolicy["requirements"]>;
export type Bypass = Schemas["Bypass"];
export type Rank = Schemas["Rank"];

/** RFC 9457 problem details with this API's members, or what this page says of a call without an answer. */
export type ProblemBody = Partial<Omit<Schemas["Problem"], "present">> & {
  title: string;
  status: number;
  code: string;
  present?: Partial<Pick<ChangeRequest, "id" | "status" | "revision" | "digest" | "remains">>;
};
