/** The line "Lane Name Age Team Seed Time": where each cell of the rows below it begins, from the column's left edge. */
import { wordsOf, type Row } from '../../text/rows.ts';

export type CellColumns = {
  ranked: boolean;
  relay: boolean;
  /** School years stand where others print ages. */
  years: boolean;
  /** Left edge of the swimmer's name, or of the team in a relay. */
  who: number;
  /** Left edge of the age, or of the relay's letter. */
  second: number;
  /** Left edge of the team, or of a relay's seed. */
  third: number;
  /**
   * What the header of the seeds covers, where those of other times behind it end (their rows end there too, more or less), and the
   * left edge of the standards in front of it: infinite where there are none.
   */
  seed: { left: number; right: number; others: number[]; standard: number } | null;
};

/** What the columns are called, in English and in Spanish. */
const LANE = /^(L|La?n|Lanes?|Carril)[#.:]*$/i;
const NAME = /^(Name|Swimmer|Athlete|Nombre|Nadador)$/i;
const TEAM = /^(Team|School|Club|LSC|Equipo)$/i;
const AGE = /^(Age|YOB|Edad)$/i;
const YEAR = /^(Yr|Year|Gr|Grade)$/i;
const RELAY = /^(Relay|Relevo)$/i;
const SEED = /^(Seed|Entry|Prelims?|Finals?|Semis?|Tiempo|Time)$/i;
/** Which standard a seed meets, in a column of its own: "Std". */
const STANDARD = /^(Std|Stds|Standard|Cut|Qual)\.?$/i;
/** Begins the header of other times behind the seeds. */
const OTHER_TIMES = /^(Prelims?|Finals?|Semis?|Best|Results?|Pl|Place)$/i;
/** What a name's header may go on with. */
const REST = /^(Names?|First|Last)$/i;
const MOST_WORDS = 12;
/** No header begins with a figure, and most rows do. */
const BEGINS = /^\p{L}/u;
/** Words of one header stand closer than this, in sizes. */
const WORD_GAP = 1;

type Word = ReturnType<typeof wordsOf>[number];

/** Words → headers of one or more: "Seed" and "Time", then "Prelims". */
const toHeaders = (words: Word[]): Word[][] => {
  const headers: Word[][] = [];
  for (const word of words) {
    const before = headers.at(-1)?.at(-1);
    const apart = !before || word.x - before.right > WORD_GAP * word.size;
    if (apart || OTHER_TIMES.test(word.text)) headers.push([word]);
    else headers.at(-1)?.push(word);
  }
  return headers;
};

/** A long header runs over the one behind it. */
const rightOf = (header: Word[], edge: number): number =>
  Math.max(...header.map(({ right }) => right)) - edge;

/** The seeds' header, which begins at `at`, and those of other times behind it. */
const seedOf = (words: Word[], at: number, edge: number): CellColumns['seed'] => {
  const [first, ...rest] = at < 0 ? [] : toHeaders(words.slice(at));
  if (!first?.[0]) return null;
  const standard = words.slice(0, at).find(({ text }) => STANDARD.test(text));
  const others = rest.filter(([word]) => OTHER_TIMES.test(word?.text ?? ''));
  return {
    left: first[0].x - edge,
    right: rightOf(first, edge),
    others: others.map((header) => rightOf(header, edge)),
    standard: (standard?.x ?? Number.POSITIVE_INFINITY) - edge,
  };
};

/** A host may call the ages "Born", or "Class": the one word between name and team. */
const wordBetween = (words: Word[], name: Word, team: Word | undefined): Word | undefined => {
  const between = words.filter(
    (word) => team && word.x > name.right + WORD_GAP * word.size && word.x < team.x,
  );
  return between.length === 1 && !REST.test(between[0]?.text ?? '') ? between[0] : undefined;
};

/** Where the header that ends with a word begins: "Elig." of "Elig. Year", whose cells stand below all of it. */
const beginOf = (words: Word[], last: Word | undefined): Word | undefined => {
  const before = last && words[words.indexOf(last) - 1];
  const goesOn = before && last.x - before.right < WORD_GAP * last.size;
  return goesOn && /^Elig|^School|^Birth/i.test(before.text) ? before : last;
};

/** Reads a column header; null for any other row. `edge` is the column's left edge. */
export const cellColumns = (row: Row, edge: number): CellColumns | null => {
  if (!BEGINS.test(row.runs[0]?.text ?? '')) return null;
  const words = wordsOf(row);
  if (words.length > MOST_WORDS || words.some(({ text }) => /\d/.test(text))) return null;
  const find = (pattern: RegExp) => words.find(({ text }) => pattern.test(text));
  const [name, team, year, relay] = [NAME, TEAM, YEAR, RELAY].map(find);
  const seedAt = words.findIndex(({ text }) => SEED.test(text));
  const far = Number.POSITIVE_INFINITY;
  const from = (word: Word | undefined) => (word ? word.x - edge : far);
  const ranked = !LANE.test(words[0]?.text ?? '');
  const rest = { ranked, seed: seedOf(words, seedAt, edge) };
  if (relay) {
    // "Team Name" is a team's too; a host may call it otherwise.
    const who = team ?? (ranked ? undefined : words[1]);
    if (!who || who === relay) return null;
    const places = { who: from(who), second: from(relay), third: from(words[seedAt]) };
    return { ...rest, relay: true, years: false, ...places };
  }
  if (!name) return null;
  const second = find(AGE) ?? year ?? wordBetween(words, name, team);
  // A host may leave the ages out.
  if (!second && (!team || seedAt < 0)) return null;
  const places = { who: from(name), second: from(beginOf(words, second)), third: from(team) };
  return { ...rest, relay: false, years: year !== undefined && second === year, ...places };
};
