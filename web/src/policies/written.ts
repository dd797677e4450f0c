// What the API said about the last policy that was written or deleted here: shown where the person goes from there.
import { signal } from "@preact/signals";
import type { WrittenPolicy } from "../api.ts";

export const written = signal<WrittenPolicy | undefined>(undefined);
