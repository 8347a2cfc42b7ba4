/** What stands behind `heatsheet` on the command line. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Arguments = {
  files: string[];
  swimmers: string[];
  json: boolean;
  out: string | null;
  help: boolean;
};

export const HELP = `Reads swim meet heat sheets.

  npm run -s heatsheet -- FILE… [--swimmer NAME]… [--json] [--out DIR]

  FILE…            PDFs; paths are relative to where you stand
  --swimmer NAME   show this person's races only; may be given several times
  --json           one JSON object a line instead of a table
  --out DIR        write one <name>.json for each file into DIR
  --help           this text

A file that cannot be read becomes { "file", "error" }; the others go on, and the exit code is 2.
error is NOT_FOUND, NOT_A_PDF, ENCRYPTED, DAMAGED or TOO_MANY_PAGES.`;

/** Parses the arguments; throws a TypeError in plain words for one it does not know. */
export const parseArguments = (args: string[], from: string): Arguments => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      swimmer: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    files: positionals.map((file) => resolve(from, file)),
    swimmers: values.swimmer,
    json: values.json,
    out: values.out === undefined ? null : resolve(from, values.out),
    help: values.help,
  };
};
