import type { Language } from './language.ts';

export const turkish: Language = {
  name: 'Turkish',
  source: 'Splash start lists of our own; "Kızlar" from github.com/ozztozz/yuzme_results.',
  seen: true,
  genders: {
    female: ['Bayanlar', 'Kadınlar', 'Kızlar'],
    male: ['Erkekler', 'Erkek'],
    mixed: ['Karışık', 'Karma', 'Mixed'],
  },
  strokes: {
    medley: ['Karışık', 'Ferdi Karışık', 'Bireysel Karışık'],
    freestyle: ['Serbest'],
    backstroke: ['Sırtüstü', 'Sırt Üstü'],
    breaststroke: ['Kurbağalama'],
    butterfly: ['Kelebek'],
  },
  relay: ['Bayrak', 'Bayrak Yarışı'],
  rounds: ['Final', 'Finaller', 'Eleme', 'Elemeler', 'Seçme', 'Seçmeler'],
  lists: {
    event: ['Yarış'],
    heat: ['Seri'],
    of: ['of'],
    page: ['Sayfa'],
    startList: ['Start listesi', 'Başlangıç listesi'],
    results: ['Sonuç listesi', 'Sonuçlar', 'Sonuç'],
    birthYear: ['YB', 'DY'],
  },
};
