// What somebody types who asks for access, and what is sent.
import type { ChangeRequest, Sends } from "../api.ts";
import { isoOf as spanIso, spanOf, type Span } from "../ui/span.ts";
import type { Asked } from "./address.ts";
import { isoOf, typedOf } from "./moment.ts";
import { GRANTABLE, type Grantable } from "./words.ts";

export interface Form {
  project: string;
  environment: string;
  path: string;
  actions: Grantable[];
  /** Whether it says how long, or until when. */
  ending: "AFTER" | "AT";
  span: Span;
  /** As the field has it. */
  until: string;
  /** Whether it begins later than with its merge. */
  later: boolean;
  /** As the field has it. */
  start: string;
  reason: string;
}

export type Body = Omit<Sends<"askForAccess">, "project">;

/** What a link asked for, and of the rest what is asked for most often. */
export function blank({ project = "", environment = "", path = "" }: Asked): Form {
  return {
    project,
    environment,
    path,
    actions: ["secrets:reveal"],
    ending: "AFTER",
    span: { amount: "1", unit: "hour" },
    until: "",
    later: false,
    start: "",
    reason: "",
  };
}

/** What a revision asks for. With a start and an end it lasts as long as there is between them. */
export function fieldsOf({ project, message, access }: Pick<ChangeRequest, "project" | "message" | "access">): Form {
  const usual = blank({ project });
  if (access === null) return usual;
  const { environment, path, actions, start, end, duration } = access;
  const at = start === null && end !== null;
  return {
    ...usual,
    environment,
    path,
    actions,
    ...(at ? { ending: "AT", until: typedOf(end) } : { span: spanOf(duration) }),
    ...(start !== null && { later: true, start: typedOf(start) }),
    reason: message,
  };
}

/** @param extending id of the access that is to last longer: place, actions and start are its own */
export function bodyOf(form: Form, extending: string | null | undefined): Body {
  const { environment, path, actions, reason, later, start } = form;
  return {
    ...(extending
      ? { extends: extending }
      : {
          environment,
          path: path.trim() || "/**",
          actions: GRANTABLE.filter((each) => actions.includes(each)),
          ...(later && { start: isoOf(start) }),
        }),
    ...(form.ending === "AFTER" ? { duration: spanIso(form.span) } : { end: isoOf(form.until) }),
    ...(reason.trim() !== "" && { reason: reason.trim() }),
  };
}
