import type { Language } from './language.ts';

export const english: Language = {
  name: 'English',
  source:
    'Splash lists as the programs on livetiming.pl and lifesaving results readers on GitHub expect them.',
  seen: false,
  genders: {
    female: ['Women', 'Girls', 'Ladies', 'Female'],
    male: ['Men', 'Boys', 'Male'],
    mixed: ['Mixed'],
  },
  strokes: {
    medley: ['Medley', 'IM'],
    freestyle: ['Freestyle', 'Free'],
    backstroke: ['Backstroke', 'Back'],
    breaststroke: ['Breaststroke', 'Breast'],
    butterfly: ['Butterfly', 'Fly'],
  },
  relay: ['Relay'],
  rounds: [
    'Prelim',
    'Prelims',
    'Heats',
    'Semifinal',
    'Semi-Final',
    'Final',
    'Finals',
    'Timed Final',
  ],
  lists: {
    event: ['Event'],
    heat: ['Heat'],
    of: ['of'],
    page: ['Page'],
    startList: ['Startlist', 'Start list'],
    results: ['Results', 'Result list', 'Resultlist'],
    birthYear: ['YB', 'YOB', 'Age'],
  },
};
