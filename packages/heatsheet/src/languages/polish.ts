import type { Language } from './language.ts';

export const polish: Language = {
  name: 'Polish',
  source:
    'Splash start lists of livetiming.pl as a reader on GitHub describes them: "Konkurencja 1", "Seria 1 z 3", "Lista startowa".',
  seen: false,
  genders: {
    female: ['Kobiet', 'Kobiety', 'Dziewcząt', 'Dziewczęta'],
    male: ['Mężczyzn', 'Mężczyźni', 'Chłopców', 'Chłopcy'],
    mixed: ['Mieszane', 'Mixed', 'Mix'],
  },
  strokes: {
    medley: ['zmiennym', 'zmienny'],
    freestyle: ['dowolnym', 'dowolny'],
    backstroke: ['grzbietowym', 'grzbietowy'],
    breaststroke: ['klasycznym', 'klasyczny'],
    butterfly: ['motylkowym', 'motylkowy'],
  },
  relay: ['sztafeta', 'sztafety'],
  rounds: ['eliminacje', 'półfinał', 'finał', 'finały'],
  lists: {
    event: ['Konkurencja', 'Wydarzenie'],
    heat: ['Seria'],
    of: ['z'],
    page: ['Strona'],
    startList: ['Lista startowa'],
    results: ['Wyniki', 'Lista wyników'],
    birthYear: ['rok ur.', 'RU'],
  },
};
