/** What is said to people who hear the page. Its one `role=status` says it; no component has another live region. */
import { writable, type Readable } from 'svelte/store';

/** An object each time, so that the same sentence is said again. */
export type Announcement = { sentences: readonly string[] };

const said = writable<Announcement>({ sentences: [] });
let waiting: readonly string[] = [];

export const announcement: Readable<Announcement> = { subscribe: said.subscribe };

const speak = (): void => {
  said.set({ sentences: waiting });
  waiting = [];
};

/** Says it politely, as soon as the screen reader pauses. What comes at the same moment is said together. */
export const announce = (sentence: string): void => {
  if (waiting.length === 0) queueMicrotask(speak);
  if (!waiting.includes(sentence)) waiting = [...waiting, sentence];
};
