import type { DocumentSummary, Page, WrittenPolicy } from "../api.ts";
import { asking } from "../access/asking.ts";
import { go } from "../router.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { Another } from "./another.tsx";
import { DocumentCard } from "./document.tsx";
import { addressOf, changeAddress, queryOf, type View } from "./view.ts";

const FRESH_MS = 20_000;
const POLICIES_MS = 60_000;
const LIMIT = 25;
/** So few are shown with their keys at once. */
const FEW = 4;

/** One page of the documents of an environment, kept fresh. The next one takes its place. */
export function Documents({ view }: { view: View }) {
  const { project, environment } = view;
  const path = `/v1/projects/${project}/environments/${environment}/documents?${queryOf(view, LIMIT)}`;
  const { value: page, problem, refresh } = useReading<Page<DocumentSummary>>(path, FRESH_MS);
  const hidden = page?.items.some(({ may }) => !may.includes("reveal")) === true;
  const access = useReading<Page<WrittenPolicy>>(hidden ? `/v1/projects/${project}/policies` : undefined, POLICIES_MS);
  const retry = () => void refresh();
  if (page === undefined) {
    return problem ? (
      <ProblemNotice problem={problem} retry={retry} />
    ) : (
      <p class="waiting" aria-busy="true">
        Loading documents
      </p>
    );
  }
  const { items, next } = page;
  // Where somebody may be asked for access.
  const policies = access.value?.items ?? [];
  return (
    <>
      {problem && <ProblemNotice problem={problem} retry={retry} />}
      {items.length > 0 ? (
        <div class="documents-list">
          {items.map((each) => (
            <DocumentCard
              key={environment + each.path}
              project={project}
              environment={environment}
              summary={each}
              askable={!each.may.includes("reveal") && asking(policies, { environment, path: each.path }).length > 0}
              open={items.length <= FEW || view.key !== ""}
            />
          ))}
        </div>
      ) : (
        <Nothing view={view} next={next} />
      )}
      <nav class="row" aria-label="Pages">
        {view.cursor !== "" && (
          <a class="button plain" href={addressOf({ ...view, cursor: "" })}>
            First
          </a>
        )}
        {next !== null && (
          <a class="button plain" href={addressOf({ ...view, cursor: next })}>
            {items.length > 0 ? "Next" : "Look further"}
          </a>
        )}
      </nav>
      {(items.length === 0 || items.some(({ may }) => may.includes("propose"))) && (
        <Another project={project} environment={environment} then={() => go(changeAddress(project))} />
      )}
    </>
  );
}

function Nothing({ view, next }: { view: View; next: string | null }) {
  const narrowed = view.path !== "" || view.key !== "";
  return (
    <p class="waiting">
      {next !== null ? (
        "Nothing among those looked at so far. There are more."
      ) : narrowed || view.cursor !== "" ? (
        <>
          No document matches. <a href={addressOf({ ...view, path: "", key: "", cursor: "" })}>Show all of them</a>
        </>
      ) : (
        "There is no secret here yet, or none that you may see. Whoever may propose begins one with “Another document”."
      )}
    </p>
  );
}
