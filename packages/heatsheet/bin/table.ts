/** A sheet as a table for a person at a terminal. */
import type { SwimmerSearch } from '../src/findSwimmer.ts';
import type { Entry, Heat, HeatSheet, SheetEvent } from '../src/types.ts';

const KIND_WORDS: Record<HeatSheet['kind'], string> = {
  heat_sheet: 'heat sheet',
  psych_sheet: 'psych sheet: it ranks entries, heats are not set yet',
  session_report: 'session report',
  entry_book: 'entry book',
  results: 'results',
  relay_roster: 'relay roster',
  other: 'not a heat sheet',
};

const cell = (value: string | number | null, width: number): string =>
  String(value ?? '-').padEnd(width);

const who = (entry: Entry): string =>
  entry.name ?? `${entry.team ?? ''} ${entry.relay?.letter ?? ''}`.trim();

const raceLine = (event: SheetEvent, heat: Heat, entry: Entry, name = who(entry)): string =>
  [
    `E ${cell(event.number, 5)}`,
    `H ${cell(heat.number, 4)}`,
    entry.lane === null ? `# ${cell(entry.rank, 4)}` : `L ${cell(entry.lane, 4)}`,
    cell(heat.start, 6),
    cell(entry.seed, 10),
    cell(name, 32),
    cell(entry.team, 16),
    event.name,
  ].join(' ');

const HEAD_ROW = `${'event'.padEnd(8)}${'heat'.padEnd(7)}${'lane'.padEnd(7)}${'start'.padEnd(7)}${'seed'.padEnd(11)}`;

/** The line above a sheet's table: what it is and whether to trust it. */
export const heading = (file: string, sheet: HeatSheet): string =>
  [
    `${file}: ${KIND_WORDS[sheet.kind]}`,
    sheet.meetName,
    `${sheet.pages} pages`,
    sheet.confident ? 'every check passed' : 'not sure: look at the sheet itself',
  ]
    .filter(Boolean)
    .join(' · ');

export const allRaces = (sheet: HeatSheet): string[] => [
  HEAD_ROW,
  ...sheet.events.flatMap((event) =>
    event.heats.flatMap((heat) => heat.entries.map((entry) => raceLine(event, heat, entry))),
  ),
];

export const racesOf = (found: SwimmerSearch): string[] => {
  const { name, matches, didYouMean, mentions } = found;
  if (matches.length === 0)
    return [
      `${name}: not found.${didYouMean.length ? ` Did you mean ${didYouMean.join(' or ')}?` : ''}`,
    ];
  return [
    `${name}: name found ${mentions.found} times, ${mentions.explained} explained`,
    HEAD_ROW,
    ...matches.map(({ event, heat, entry, leg }) =>
      raceLine(event, heat, entry, leg ? `${leg.name} (leg ${leg.order})` : who(entry)),
    ),
  ];
};
