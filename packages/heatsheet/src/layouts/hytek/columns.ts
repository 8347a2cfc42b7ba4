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
};

/** What the columns are called, in English and in Spanish. */
const LANE = /^(Lane|Ln|Carril)$/i;
const NAME = /^(Name|Swimmer|Athlete|Nombre|Nadador)$/i;
const TEAM = /^(Team|School|Club|LSC|Equipo)$/i;
const AGE = /^(Age|YOB|Edad)$/i;
const YEAR = /^(Yr|Year|Gr|Grade)$/i;
const RELAY = /^(Relay|Relevo)$/i;
const SEED = /^(Seed|Entry|Prelims?|Finals?|Semis?|Tiempo|Time)$/i;
const MOST_WORDS = 12;
/** No header begins with a figure, and most rows do. */
const BEGINS = /^\p{L}/u;

/** Reads a column header; null for any other row. `edge` is the column's left edge. */
export const cellColumns = (row: Row, edge: number): CellColumns | null => {
  if (!BEGINS.test(row.runs[0]?.text ?? '')) return null;
  const words = wordsOf(row);
  if (words.length > MOST_WORDS || words.some(({ text }) => /\d/.test(text))) return null;
  const at = (pattern: RegExp): number | null => {
    const word = words.find(({ text }) => pattern.test(text));
    return word ? word.x - edge : null;
  };
  const far = Number.POSITIVE_INFINITY;
  const [name, team, age, year, relay] = [NAME, TEAM, AGE, YEAR, RELAY].map(at);
  const ranked = !LANE.test(words[0]?.text ?? '');
  if (typeof name === 'number' && (typeof age === 'number' || typeof year === 'number'))
    return {
      ...{ ranked, relay: false, years: typeof year === 'number' },
      ...{ who: name, second: age ?? year ?? far, third: team ?? far },
    };
  if (typeof team !== 'number') return null;
  // A host may leave the ages out.
  if (typeof name === 'number' && at(SEED) !== null)
    return { ranked, relay: false, years: false, who: name, second: far, third: team };
  if (typeof relay !== 'number') return null;
  return { ranked, relay: true, years: false, who: team, second: relay, third: at(SEED) ?? far };
};
