import type { ChangeRequest } from "../api.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";
import { BY, DELIVERY, tally, told } from "./delivered.ts";
import { outcome, Synced } from "./synced.tsx";

/** Where the merged documents went. */
export function Destinations({ request }: { request: ChangeRequest }) {
  if (request.syncs.length === 0) return null;
  return (
    <section class="card" aria-labelledby="destinations">
      <h2 id="destinations">Destinations</h2>
      <p>{outcome(request.syncs)}</p>
      <ul class="people">
        {request.syncs.map((sync) => (
          <Synced
            key={sync.destination + sync.environment + sync.path + sync.versionId}
            sync={sync}
            name={
              <a class="name" href={`/settings/destinations/${request.project}/${sync.destination}`}>
                {plain(sync.destination)}
              </a>
            }
            about={`${plain(sync.environment)} ${plain(sync.path)}`}
          />
        ))}
      </ul>
    </section>
  );
}

/** Who was told, by which channel, and whether it left. */
export function Deliveries({ request }: { request: ChangeRequest }) {
  if (request.deliveries.length === 0) return null;
  const failed = request.deliveries.some(({ status }) => DELIVERY[status].tone === "bad");
  return (
    <section class="card" aria-labelledby="deliveries">
      <h2 id="deliveries">Who was told</h2>
      <details open={failed}>
        <summary>{tally(request.deliveries)}</summary>
        <ul class="people">
          {request.deliveries.map((delivery) => (
            <li key={delivery.event + (delivery.person?.id ?? delivery.chat) + delivery.channel}>
              <span class="name">{plain(delivery.person?.name ?? delivery.chat ?? "")}</span>
              <Badge tone={DELIVERY[delivery.status].tone}>{DELIVERY[delivery.status].word}</Badge>
              <small>
                {told(delivery)}, {BY[delivery.channel]} · <Time at={delivery.at} />
              </small>
              {delivery.reason && <p class="said">{plain(delivery.reason)}</p>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
