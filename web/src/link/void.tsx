import { askToSignIn } from "../session/gate.tsx";
import { Arrival } from "../ui/arrival.tsx";

/** Used, replaced, over, or never made: whoever signs in is told which. */
export function Void({ id, unsure }: { id: string; unsure: boolean }) {
  return (
    <section class="gate">
      <Arrival>This link does not let you vote</Arrival>
      <p>
        It may be used already, replaced by a newer mail, or over; or {id} or its rules were changed, or it was decided since.{" "}
        {unsure
          ? "No answer came to a vote that was sent before: it may count."
          : "Nothing was changed now."}{" "}
        Sign in to see where it stands, and to vote there; what you typed is kept.
      </p>
      <button type="button" onClick={askToSignIn}>
        Sign in
      </button>
    </section>
  );
}
