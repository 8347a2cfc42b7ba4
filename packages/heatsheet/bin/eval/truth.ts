/** What stands in a truth file: the schema of `heatsheet --json`, and the other readings that a sheet itself allows. */
import type { ReportEntry, ReportEvent, ReportSession } from '../../src/report.ts';

/** `nameSeen`: the name on paper where the text lost a letter; `alt`: other places of a double-numbered heat. */
export type TruthEntry = ReportEntry & {
  nameSeen?: string;
  nameRepaired?: string;
  teamSeen?: string;
  relayName?: string;
  relayCode?: string;
  roundShort?: string;
  year?: string;
  ageClass?: string;
  alt?: { event: string; heat: number }[];
};

export type TruthEvent = ReportEvent & { nameSeen?: string; nameAlt?: string[] };

export type TruthSession = ReportSession & { readFromPicture?: boolean };

export type Truth = {
  kind: string;
  software?: string;
  noTextLayer?: boolean;
  events?: TruthEvent[];
  entries?: TruthEntry[];
  sessions?: TruthSession[];
};

/** Reads a truth file's text; throws a TypeError in plain words for anything else. */
export const parseTruth = (text: string, file: string): Truth => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TypeError(`${file} is not JSON.`);
  }
  if (typeof value !== 'object' || value === null || !('kind' in value))
    throw new TypeError(`${file} is no truth file: it does not say the sheet's "kind".`);
  return value as Truth;
};
