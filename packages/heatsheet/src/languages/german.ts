import type { Language } from './language.ts';

export const german: Language = {
  name: 'German',
  source:
    'EasyWk: sheets of our own. Splash: the words that github.com/nschle85/easywk-parser looks for in German start lists.',
  seen: true,
  genders: {
    female: ['weiblich', 'Damen', 'Frauen', 'Mädchen'],
    male: ['männlich', 'Herren', 'Männer', 'Knaben', 'Jungen', 'Buben'],
    mixed: ['mixed', 'gemischt'],
  },
  strokes: {
    medley: ['Lagen'],
    freestyle: ['Freistil', 'Kraul', 'Freie Technik'],
    backstroke: ['Rücken'],
    breaststroke: ['Brust'],
    butterfly: ['Schmetterling', 'Delphin', 'Delfin'],
  },
  relay: ['Staffel'],
  rounds: [
    'Vorlauf',
    'Zwischenlauf',
    'Endlauf',
    'Direkter Endlauf',
    'Entscheidung',
    'Finale',
    'Finallauf',
    'Final',
  ],
  lists: {
    event: ['Wettkampf'],
    heat: ['Lauf'],
    of: ['von'],
    page: ['Seite'],
    startList: ['Startliste', 'Meldeergebnis'],
    results: ['Ergebnisliste', 'Ergebnisse', 'Rangliste', 'Protokoll'],
    birthYear: ['JG', 'Jg.', 'Jahrgang'],
  },
};
