import type { ComponentChildren } from "preact";
import type { ChangeRequest, Edit, Moves, Rules } from "../api.ts";
import { count, plain } from "../format.ts";
import { go } from "../router.ts";
import { Badge } from "../ui/badge.tsx";
import { EDITS } from "./edits.ts";
import { ImpactOf } from "./impact.tsx";
import { fillIn, formFor } from "./prefill.ts";
import { revisionOf } from "./revising.ts";

/** What a request changes in the rules, and what that changes for secrets and for other requests. */
export function RulesAsked({ request, rules }: { request: ChangeRequest; rules: Rules }) {
  return (
    <>
      <section class="diff" aria-labelledby="rules">
        <h2 id="rules">{rules.edits.length === 1 ? "Change of rules" : `${count(rules.edits.length, "change")} of rules, together`}</h2>
        {rules.edits.map((edit, at) => (
          <EditCard key={`${edit.type} ${edit.project} ${edit.id}`} edit={edit}>
            {request.status === "OPEN" && request.may.includes("revise") && <Another request={request} edit={edit} at={at} />}
          </EditCard>
        ))}
      </section>
      {request.status === "OPEN" && <ImpactOf id={request.id} />}
    </>
  );
}

/** The way to ask for something else in its place. */
function Another({ request, edit, at }: { request: ChangeRequest; edit: Edit; at: number }) {
  const form = formFor(edit);
  const revises = revisionOf(request, at);
  if (form === undefined || revises === undefined) return null;
  return (
    <div class="row">
      <button type="button" class="plain" onClick={() => (go(fillIn(form, revises, request.message)), scrollTo(0, 0))}>
        Change what is asked<span class="unseen"> ({plain(edit.words)})</span>
      </button>
    </div>
  );
}

function EditCard({ edit, children }: { edit: Edit; children: ComponentChildren }) {
  const { change, words, differences } = edit;
  const { word, tone } = EDITS[change];
  return (
    <article class={`edit ${tone}`}>
      <h3>
        <Badge tone={tone}>{word}</Badge> <strong>{plain(words)}</strong>
      </h3>
      {differences.length === 0 ? null : change === "CHANGE" ? <Differences edit={edit} /> : <Says edit={edit} />}
      {children}
    </article>
  );
}

/** What is one thing stands side by side, so that a phone has room for both; lists say what joins and leaves. */
function Differences({ edit }: { edit: Edit }) {
  const single = edit.differences.filter(({ moves, withheld }) => moves === null && !withheld);
  const others = edit.differences.filter((each) => !single.includes(each));
  return (
    <>
      {single.length > 0 && <BeforeAndAfter words={edit.words} differences={single} />}
      {others.length > 0 && (
        <dl class="says">
          {others.map(({ label, moves }) => (
            <div key={label}>
              <dt>{plain(label)}</dt>
              <dd>{moves === null ? <span class="empty">changed, not shown to you</span> : <MovesOf moves={moves} />}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function BeforeAndAfter({ words, differences }: Pick<Edit, "words" | "differences">) {
  return (
    <table class="differences">
      <caption class="unseen">{plain(words)}</caption>
      <thead>
        <tr>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      {differences.map(({ label, before, after }) => (
        <tbody key={label}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              {plain(label)}
            </th>
          </tr>
          <tr>
            <td>
              <Side sign="−" text={before} />
            </td>
            <td>
              <Side sign="+" text={after} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** Who or what joins, then who leaves, each on a line of its own; who stays comes after all of them. */
function MovesOf({ moves: { added, removed, kept } }: { moves: Moves }) {
  return (
    <>
      <ul class="moves">
        {added.map((each) => (
          <li key={`+${each}`}>
            <span class="unseen">added: </span>
            <Side sign="+" text={each} />
          </li>
        ))}
        {removed.map((each) => (
          <li key={`−${each}`}>
            <span class="unseen">removed: </span>
            <Side sign="−" text={each} />
          </li>
        ))}
      </ul>
      {kept.length > 0 && <p class="kept">Unchanged: {kept.map(plain).join(", ")}</p>}
    </>
  );
}

/** All of what is new, or was there. */
function Says({ edit: { change, differences } }: { edit: Edit }) {
  return (
    <dl class="says">
      {differences.map(({ label, before, after, withheld }) => (
        <div key={label}>
          <dt>{plain(label)}</dt>
          <dd>
            {withheld ? (
              <span class="empty">not shown to you</span>
            ) : change === "ADD" ? (
              <Side sign="+" text={after} />
            ) : (
              <Side sign="−" text={before} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ sign, text }: { sign: "+" | "−"; text: string | null }) {
  if (text === null || text === "") return <span class="empty">nothing</span>;
  return (
    <>
      <span class="sign" aria-hidden="true">
        {sign}{" "}
      </span>
      {plain(text)}
    </>
  );
}
