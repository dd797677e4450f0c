// What becomes of a thing that rules are made of.
import type { Edit } from "../api.ts";
import type { Tone } from "../format.ts";

export const EDITS: Record<Edit["change"], { word: string; tone: Tone }> = {
  ADD: { word: "new", tone: "good" },
  CHANGE: { word: "changed", tone: "wait" },
  REMOVE: { word: "taken away", tone: "bad" },
};
