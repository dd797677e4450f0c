import type { CastByLink, LinkedRequest } from "../api.ts";
import { plain } from "../format.ts";
import { askToSignIn } from "../session/gate.tsx";
import { Arrival } from "../ui/arrival.tsx";

/** What the vote made of the request, as the API told it; the link is used up. */
export function Done({ request, cast }: { request: LinkedRequest; cast: CastByLink }) {
  return (
    <section class="gate">
      <Arrival>
        {cast.status === "REJECTED" ? "You rejected it, and that ends the request" : "Your vote counts"}
      </Arrival>
      <p>
        {request.id}: {plain(request.title)}
      </p>
      <p>{standing(cast)} The link in your mail is used up. Sign in to see the request, or to take your vote back.</p>
      <button type="button" onClick={askToSignIn}>
        Sign in
      </button>
    </section>
  );
}

function standing({ status, agreed }: CastByLink): string {
  if (status === "REJECTED") return "Nothing of it will be merged.";
  return agreed ? "With it the request is agreed." : "The request goes on waiting.";
}
