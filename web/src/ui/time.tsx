import { exact } from "../format.ts";
import { told } from "./clock.tsx";

/** A moment as people say it, or as this browser is to tell times; the exact time, local and UTC, on hover. */
export function Time({ at }: { at: string }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={exact(moment)}>
      {told(moment)}
    </time>
  );
}

/** A moment that leads to its own place on the page; the exact time stands there while that has the focus, or is touched. */
export function When({ at, place }: { at: string; place: string }) {
  return (
    <a class="when" href={`#${place}`}>
      <Time at={at} />
      <span class="exact"> ({exact(new Date(at))})</span>
    </a>
  );
}
