/** What `heatsheet --help` prints. */
export const HELP = `NAME
  heatsheet - read the heat sheets of a swim meet

SYNOPSIS
  npm run -s heatsheet -- FILE... [--swimmer NAME]... [--json] [--out DIR]
                          [--ics FILE [--zone ZONE]]
  npm run -s heatsheet -- --help

DESCRIPTION
  Reads PDFs as Meet Manager, EasyWk and Splash make them: heat sheets, psych sheets, session reports. Other documents (results,
  entry books, relay rosters) are recognised as what they are and not read. For each file it prints what the file is, whether
  every self-check passed, and a table of its races. Nothing leaves this computer.

  Paths are relative to where you stand. A NAME may be "First Last" or "Last, First"; accents, capitals and a missing middle
  initial do not matter, but nobody else is ever shown: near names are only suggested.

OPTIONS
  -s, --swimmer NAME
      Show this person's races only, and how often the name stands in the sheet. May be given several times.

  -j, --json
      Print one JSON object a line for each file instead of a table: what was read, confident, coverage, checks and warnings;
      with one --swimmer also swimmer, with several swimmers.

  -o, --out DIR
      Write the same object to DIR/<name>.json for each file. DIR is made if it is not there. Without --json nothing is printed.

  -i, --ics FILE
      Write the swimmers' races in all files together to FILE as a calendar. Needs --swimmer. Start times are the printed ones,
      or follow from a session report among the files; a race without time becomes an entry of its day. None is made up.

  -z, --zone ZONE
      The meet's time zone in the calendar, such as America/Los_Angeles. The computer's own unless given.

  -h, --help
      Print this text.

EXIT STATUS
  0  every file was read
  2  a file could not be read, or the command line is not understood

  A file that cannot be read prints { "file", "error" } (with --json) or one line; the others go on. The error is NOT_FOUND,
  NOT_A_PDF, ENCRYPTED, DAMAGED or TOO_MANY_PAGES.

EXAMPLES
  All races of a sheet:
      npm run -s heatsheet -- thursday.pdf

  A weekend of two children, as a calendar:
      npm run -s heatsheet -- *.pdf -s "Ada Fairwater" -s "Fairwater, Bram" --ics weekend.ics

  Every entry as data:
      npm run -s heatsheet -- --json thursday.pdf | jq '.entries[] | [.event, .heat, .lane, .name]'`;
