import { useState } from "preact/hooks";
import type { ChangeRequest, Environment, Page, WrittenPolicy } from "../api.ts";
import { useAim } from "../documents/saying.tsx";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import type { Command } from "../ui/command.ts";
import { faultsOf } from "../ui/faults.ts";
import { formOf } from "../ui/form.ts";
import { useReading } from "../ui/reading.ts";
import { Submit } from "../ui/submit.tsx";
import type { Standing } from "../requests/acts.ts";
import { PlaceAndActions, Reason, type Filling } from "./fields.tsx";
import { bodyOf, fieldsOf } from "./form.ts";
import { Lasts } from "./lasts.tsx";
import { Refused } from "./refused.tsx";
import { doingWhere } from "./words.ts";

const FRESH_MS = 60_000;

interface Writing {
  /** The revision that is replaced, as it was seen. */
  request: ChangeRequest;
  refresh: () => Promise<void>;
  command: Command<Standing>;
  /** Forgets what was sent without an answer. */
  discard: () => void;
}

/** Asks for other access in the place of what was asked for. */
export function ReviseAccess({ request, refresh, command, discard }: Writing) {
  const { id, project, digest, access } = request;
  const form = formOf(`${id}.revise`, fieldsOf(request));
  const [sent, setSent] = useState<object | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const known = useReading<Page<Environment>>(`/v1/projects/${project}/environments`, FRESH_MS).value?.items;
  const policies = useReading<Page<WrittenPolicy>>(`/v1/projects/${project}/policies`, FRESH_MS).value?.items ?? [];
  const more = access !== null && access.extends !== null;
  const body = { digest, ...bodyOf(form.value, access?.extends) };
  const filling: Filling = { form: form.value, edit: form.edit, faults: faultsOf(command.problem, sent, body) };
  useAim(sending ? undefined : command.problem);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setSent(body);
    setSending(true);
    const done = await command.run(body);
    await refresh();
    setSending(false);
    if (done === undefined) return;
    form.drop();
    go(`/requests/${id}`);
    announce(`Revision ${done.revision} waits for its approvers.`);
  }

  return (
    <form class="card narrow" onSubmit={(event) => void submit(event)}>
      {more && access ? (
        <p>More time to {doingWhere(access)}.</p>
      ) : (
        <PlaceAndActions {...filling} environments={known ?? [{ id: form.value.environment, name: form.value.environment }]} policies={policies} />
      )}
      <Lasts {...filling} more={more} />
      <Reason {...filling} required={false} />
      <Refused problem={command.problem} />
      <p class="hint">All votes are void with a new revision, and its time begins anew.</p>
      <footer class="row">
        <a class="button plain" href={`/requests/${id}`} onClick={() => (form.drop(), discard())}>
          Discard
        </a>
        <Submit busy={sending}>Submit the revision</Submit>
      </footer>
    </form>
  );
}
