import type { Language } from './language.ts';

export const french: Language = {
  name: 'French',
  source:
    'Splash result lists of Algeria and Tunisia as described by readers on GitHub: "Epreuve 11 Messieurs, 50m Libre", "AN", "Liste résultats Eliminatoire". The words for a heat are the dictionary’s.',
  seen: false,
  genders: {
    female: ['Dames', 'Filles', 'Femmes'],
    male: ['Messieurs', 'Garçons', 'Hommes'],
    mixed: ['Mixte', 'Mixed'],
  },
  strokes: {
    medley: ['4 nages', 'Quatre nages'],
    freestyle: ['Nage Libre', 'Libre'],
    backstroke: ['Dos'],
    breaststroke: ['Brasse'],
    butterfly: ['Papillon'],
  },
  relay: ['Relais'],
  rounds: ['Eliminatoire', 'Eliminatoires', 'Séries', 'Demi-finale', 'Finale', 'Finales'],
  lists: {
    event: ['Epreuve', 'Épreuve'],
    heat: ['Série', 'Serie'],
    of: ['de', 'sur'],
    page: ['Page'],
    startList: ['Liste de départ', 'Liste de départs', 'Liste des départs', 'Startlist'],
    results: ['Liste résultats', 'Liste des résultats', 'Résultats'],
    birthYear: ['AN', 'Année'],
  },
};
