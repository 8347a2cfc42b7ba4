import type { Language } from './language.ts';

export const dutch: Language = {
  name: 'Dutch',
  source:
    'Readers of Splash result lists of Dutch lifesaving meets on GitHub look for "Programmanr"; the other words are the dictionary’s.',
  seen: false,
  genders: {
    female: ['Dames', 'Meisjes', 'Vrouwen'],
    male: ['Heren', 'Jongens', 'Mannen'],
    mixed: ['Gemengd', 'Mixed', 'Mix'],
  },
  strokes: {
    medley: ['wisselslag'],
    freestyle: ['vrije slag', 'vrijeslag'],
    backstroke: ['rugslag'],
    breaststroke: ['schoolslag'],
    butterfly: ['vlinderslag'],
  },
  relay: ['estafette'],
  rounds: ['Series', 'Halve finale', 'Finale', 'Finales', 'Directe finale', 'Tijdfinale'],
  lists: {
    event: ['Programmanr.', 'Programmanr', 'Programmanummer', 'Programma'],
    heat: ['Serie'],
    of: ['van'],
    page: ['Pagina', 'Blad'],
    startList: ['Startlijst'],
    results: ['Uitslagenlijst', 'Uitslagen', 'Uitslag', 'Resultaten'],
    birthYear: ['GJ', 'Geb.', 'Jrg.', 'Jaar', 'Geboortejaar'],
  },
};
