/** What every race on the results page is shown with. */
import type { Picture } from '@heatsync/heatsheet';
import type { AnswersRequest, SessionAnswer } from '@heatsync/shared';
import type { Repeats } from './repeats.ts';
import type { Race } from './results.ts';

export type ResultsView = {
  /** As typed; a race's `swimmer` points into it. */
  swimmers: readonly string[];
  /** All races on the page, in the order they are swum. */
  races: readonly Race[];
  repeats: ReadonlyMap<string, Repeats>;
  /** Keys of people who share their name with another one on the sheets. */
  namesakes: readonly string[];
  /** What was said of sessions; null where this device may not say more. */
  answers: readonly SessionAnswer[];
  onanswer: ((answers: AnswersRequest) => Promise<void>) | null;
  /** Cuts a race's line out of its page while the PDF is on this device; null where it is not. */
  pictureOf: (race: Race) => Promise<Picture | null>;
  /** Nothing of it leaves this device, not even by a link. */
  isLocal: boolean;
  /** IANA name. */
  zone: string;
};
