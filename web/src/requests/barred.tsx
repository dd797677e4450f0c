import type { ChangeRequest } from "../api.ts";
import { Reasons } from "../ui/reasons.tsx";

type Barring = ChangeRequest["mayNot"][number];

const QUESTIONS: Record<Barring["action"], string> = {
  bypass: "Why you cannot bypass the approvers",
  acknowledge: "Why you cannot acknowledge it",
};

/** What can be done in this state but not by whoever looks: why not, and who could clear it. */
export function Barred({ request: { kind, mayNot, agreed, bypass } }: { request: ChangeRequest }) {
  // Nobody has to go around an agreement, nor acknowledge twice; rules are changed around nobody.
  const asked = mayNot.filter(({ action }) => (action === "bypass" ? !agreed && kind !== "GOVERNANCE" : !bypass?.acknowledged));
  return (
    <>
      {asked.map(({ action, reasons }) => (
        <details key={action}>
          <summary>{QUESTIONS[action]}</summary>
          <Reasons reasons={reasons} clearing="Could be changed by" />
        </details>
      ))}
    </>
  );
}
