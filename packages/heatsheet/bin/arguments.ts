/** What stands behind `heatsheet` on the command line. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isTimeZone } from '@heatsync/shared';

export type Arguments = {
  files: string[];
  swimmers: string[];
  json: boolean;
  out: string | null;
  /** Where the calendar goes, and the zone of its times; null where none is wanted. */
  ics: { file: string; zone: string } | null;
  help: boolean;
};

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const icsOf = (
  file: string | undefined,
  zone: string | undefined,
  swimmers: string[],
  from: string,
): Arguments['ics'] => {
  if (zone !== undefined && !isTimeZone(zone)) throw new TypeError(`Unknown time zone '${zone}'`);
  if (file === undefined) return null;
  if (swimmers.length === 0)
    throw new TypeError("'--ics' needs a '--swimmer' whose races to write");
  return { file: resolve(from, file), zone: zone ?? ownZone() };
};

/** Parses the arguments; throws a TypeError in plain words for one it does not know. */
export const parseArguments = (args: string[], from: string): Arguments => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      swimmer: { type: 'string', short: 's', multiple: true, default: [] },
      json: { type: 'boolean', short: 'j', default: false },
      out: { type: 'string', short: 'o' },
      ics: { type: 'string', short: 'i' },
      zone: { type: 'string', short: 'z' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { swimmer: swimmers, json, out, ics, zone, help } = values;
  return {
    files: positionals.map((file) => resolve(from, file)),
    swimmers,
    json,
    out: out === undefined ? null : resolve(from, out),
    ics: icsOf(ics, zone, swimmers, from),
    help,
  };
};
