import { NewDocument } from "../documents/new-document.tsx";
import { unwritten } from "../documents/written.ts";
import { basketOf } from "./basket.ts";

interface Adding {
  project: string;
  /** The environment to begin with; without it, that of the change so far. */
  environment?: string;
  /** After it was taken in. */
  then?: () => void;
}

/** Takes another document into the change, beginning with one key. */
export function Another({ project, environment, then }: Adding) {
  const basket = basketOf(project);
  const { written } = basket.change;
  return (
    <NewDocument
      project={project}
      environments={environment === undefined ? written.map((each) => each.environment) : [environment]}
      add={(place) => {
        basket.write({ written: [...written, unwritten("set", place)] });
        then?.();
      }}
    />
  );
}
