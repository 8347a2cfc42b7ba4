/** The words Meet Manager prints around a meet, by language. */
export type Language = 'en' | 'es';

export type Labels = {
  heat: string;
  starts: string;
  lane: string;
  name: string;
  age: string;
  team: string;
  relay: string;
  seed: string;
  program: string;
  page: string;
};

const ENGLISH: Labels = {
  heat: 'Heat',
  starts: 'Starts at',
  lane: 'Lane',
  name: 'Name',
  age: 'Age',
  team: 'Team',
  relay: 'Relay',
  seed: 'Seed Time',
  program: 'Meet Program',
  page: 'Page',
};

/** As Chilean programs print them. */
const SPANISH: Labels = {
  heat: 'Serie',
  starts: 'Inicia a las',
  lane: 'Carril',
  name: 'Nombre',
  age: 'Edad',
  team: 'Equipo',
  relay: 'Relevo',
  seed: 'Tiempo para Sembrado',
  program: 'Programa de Competencias',
  page: 'Página',
};

export const LABELS: Record<Language, Labels> = { en: ENGLISH, es: SPANISH };

/** What else hosts' templates print in English. */
export const WORDS: Record<'club' | 'capitals', Partial<Labels>> = {
  club: { name: 'Athlete', team: 'Club', seed: 'Entry Time' },
  capitals: {
    ...{ heat: 'HEAT', lane: 'LANE', name: 'NAME', age: 'AGE', team: 'TEAM', relay: 'RELAY' },
    seed: 'SEED TIME',
  },
};

const SPANISH_WORDS: [RegExp, string][] = [
  [/^(Girls|Women)\b/, 'Mujeres'],
  [/^(Boys|Men)\b/, 'Hombres'],
  [/^Mixed\b/, 'Mixto'],
  [/\bLC Meter\b/, 'CL Metro'],
  [/\bSC Meter\b/, 'CC Metro'],
  [/\bFreestyle\b/, 'Estilo Libre'],
  [/\bBackstroke\b/, 'Estilo de Espalda'],
  [/\bBreaststroke\b/, 'Estilo de Pecho'],
  [/\bButterfly\b/, 'Mariposa'],
  [/\bIM\b/, 'Combinado'],
  [/\bRelay\b/, 'Relevo'],
  [/^Finals$/, 'Finales'],
  [/^Prelims$/, 'Preliminares'],
];

/** An event's name or a round's in the meet's language. */
export const inLanguage = (language: Language, words: string): string =>
  language === 'en'
    ? words
    : SPANISH_WORDS.reduce((text, [english, spanish]) => text.replace(english, spanish), words);
