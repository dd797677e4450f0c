import type { LinkedRequest } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { Effect, Keys } from "../requests/keys.tsx";
import { target, wordOf } from "../requests/operation.ts";

/** Key by key what the request does; nobody without a sign-in is ever shown a value. */
export function Changes({ changes }: Pick<LinkedRequest, "changes">) {
  return (
    <>
      {changes.map(({ environment, path, operations }) => (
        <article key={environment + path}>
          <h3>
            <Badge tone="quiet">{plain(environment)}</Badge> <code>{plain(path)}</code>
          </h3>
          <ul>
            {operations.map((operation) => {
              const { word, tone } = wordOf(operation);
              return (
                <li key={target(operation)} class={tone}>
                  <Badge tone={tone}>{word}</Badge>
                  <span class="key">
                    <Keys operation={operation} />
                  </span>
                  <span class="values">
                    <Effect operation={operation} done={false} />
                  </span>
                </li>
              );
            })}
          </ul>
        </article>
      ))}
    </>
  );
}
