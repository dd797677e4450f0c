import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

/** A page whose code comes when somebody goes there, so that the way to a decision is no longer for it. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const page = signal<ComponentType<P> | "asked" | "failed" | undefined>(undefined);
  async function ask() {
    page.value = "asked";
    try {
      const loaded = await load();
      page.value = loaded;
    } catch {
      page.value = "failed";
    }
  }
  return (props: P) => {
    const Page = page.value;
    if (Page === undefined) void ask();
    if (Page === "failed") return <Failed />;
    if (Page === undefined || Page === "asked") {
      return (
        <p class="waiting" aria-busy="true">
          Loading
        </p>
      );
    }
    return <Page {...props} />;
  };
}

/** No answer, or another release since this page was loaded. */
function Failed() {
  return (
    <div role="alert" class="notice bad">
      <p>
        <strong>This page could not be loaded.</strong> Check the connection, and load it again.
      </p>
      <button type="button" class="plain" onClick={() => location.reload()}>
        Load again
      </button>
    </div>
  );
}
