import type { Channel, Sends } from "../api.ts";
import type { Problem } from "../client.ts";
import { plain } from "../format.ts";
import { faultOf, TextField } from "../ui/field.tsx";

type Kind = Channel["kind"];

/** As the API wants it: a credential only where a new one was typed. */
export function bodyOf({ kind, conversation }: { kind: Kind; conversation: string }, secret: string): Sends<"putChannel"> {
  if (kind === "SLACK") return { kind, conversation, ...(secret !== "" && { token: secret }) };
  return { kind, ...(secret !== "" && { webhook: secret }) };
}

interface Fields {
  kind: Kind;
  conversation: string;
  write: (conversation: string) => void;
  secret: string;
  writeSecret: (secret: string) => void;
  /** The channel as it is; absent for a new one. */
  present?: Channel;
  problem: Problem | undefined;
}

/** Where the chat is, and the credential that lets us post there. */
export function ChannelFields({ kind, conversation, write, secret, writeSecret, present, problem }: Fields) {
  if (kind === "TEAMS") {
    return (
      <Credential label="Address of the workflow" value={secret} write={writeSecret} present={present} fault={faultOf(problem, "webhook")} />
    );
  }
  return (
    <>
      <TextField
        label="Channel’s id"
        hint="At the end of the channel’s details in Slack, such as C024BE91L"
        required
        pattern="[CG][A-Z0-9]{6,20}"
        title="C or G and capital letters and digits, such as C024BE91L"
        fault={faultOf(problem, "conversation")}
        value={conversation}
        write={write}
      />
      <Credential label="Bot token" value={secret} write={writeSecret} present={present} fault={faultOf(problem, "token")} />
    </>
  );
}

interface Secret {
  label: string;
  value: string;
  write: (value: string) => void;
  present: Channel | undefined;
  fault: string | undefined;
}

/** Typed once, kept in Secrets Manager, and shown to nobody again. */
function Credential({ label, value, write, present, fault }: Secret) {
  const kept = present && `The one that ends in ${plain(present.lastFour)} stays unless you type another. `;
  return (
    <TextField
      label={label}
      hint={`${kept ?? ""}Kept in Secrets Manager and never shown again; after a new sign-in, type it again.`}
      concealed
      required={present === undefined}
      maxLength={2000}
      fault={fault}
      value={value}
      write={write}
    />
  );
}

/** Where the credential is found, step by step. */
export function Help({ kind }: { kind: Kind }) {
  return (
    <details>
      <summary>{kind === "SLACK" ? "Where do I find these in Slack?" : "Where do I find this in Teams?"}</summary>
      <ol class="steps">
        {STEPS[kind].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
    </details>
  );
}

const STEPS: Record<Kind, string[]> = {
  SLACK: [
    "Make an app at api.slack.com/apps, from scratch, in your workspace.",
    "Under OAuth & Permissions give it the bot scope chat:write, and install it to the workspace.",
    "Copy the Bot User OAuth Token, which begins with xoxb-.",
    "In the channel, invite the app: /invite and its name.",
    "Open the channel’s details; its id stands at the very end.",
  ],
  TEAMS: [
    "In the channel’s menu choose Workflows, and there the template for a webhook: “When a Teams webhook request is received”.",
    "Let it post as the Flow bot in that channel; a private channel cannot be used.",
    "Copy the address that the workflow shows at its end.",
    "Add a co-owner to the workflow: it stops when its only owner leaves.",
  ],
};
