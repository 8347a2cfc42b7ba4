/** The words of Splash Meet Manager's start lists, as far as they are drawn. */
import type { EventWords } from './european.ts';

export type SplashWords = EventWords & {
  event: string;
  heat: string;
  of: string;
  startList: string;
  final: string;
  birthYear: string;
  page: string;
  /** An age group at an event's right, and one within it. */
  ages: string;
  group: string;
  /** For capitals: i and ı differ in Turkish. */
  locale: string;
};

const TURKISH: SplashWords = {
  sexes: { female: 'Bayanlar', male: 'Erkekler', mixed: 'Karışık' },
  strokes: {
    Freestyle: 'Serbest',
    Backstroke: 'Sırtüstü',
    Breaststroke: 'Kurbağalama',
    Butterfly: 'Kelebek',
    IM: 'Karışık',
  },
  event: 'Yarış',
  heat: 'Seri',
  of: 'of',
  startList: 'Start listesi',
  final: 'Final',
  birthYear: 'YB',
  page: 'Sayfa',
  ages: '15 yaş ve büyükler',
  group: '13 - 14 yaş',
  locale: 'tr',
};

const GERMAN: SplashWords = {
  sexes: { female: 'Damen', male: 'Herren', mixed: 'Mixed' },
  strokes: {
    Freestyle: 'Freistil',
    Backstroke: 'Rücken',
    Breaststroke: 'Brust',
    Butterfly: 'Delfin',
    IM: 'Lagen',
  },
  event: 'Wettkampf',
  heat: 'Lauf',
  of: 'von',
  startList: 'Startliste',
  final: 'Finale',
  birthYear: 'JG',
  page: 'Seite',
  ages: '15 Jahre und älter',
  group: '13 - 14 Jahre',
  locale: 'de',
};

const ENGLISH: SplashWords = {
  sexes: { female: 'Women', male: 'Men', mixed: 'Mixed' },
  strokes: {
    Freestyle: 'Freestyle',
    Backstroke: 'Backstroke',
    Breaststroke: 'Breaststroke',
    Butterfly: 'Butterfly',
    IM: 'Medley',
  },
  event: 'Event',
  heat: 'Heat',
  of: 'of',
  startList: 'Startlist',
  final: 'Final',
  birthYear: 'YB',
  page: 'Page',
  ages: '15 years and older',
  group: '13 - 14 years',
  locale: 'en',
};

const FRENCH: SplashWords = {
  sexes: { female: 'Dames', male: 'Messieurs', mixed: 'Mixte' },
  strokes: {
    Freestyle: 'Libre',
    Backstroke: 'Dos',
    Breaststroke: 'Brasse',
    Butterfly: 'Papillon',
    IM: '4 nages',
  },
  event: 'Epreuve',
  heat: 'Série',
  of: 'de',
  startList: 'Liste de départ',
  final: 'Finale',
  birthYear: 'AN',
  page: 'Page',
  ages: '15 ans et plus',
  group: '13 - 14 ans',
  locale: 'fr',
};

const SPANISH: SplashWords = {
  sexes: { female: 'Femenino', male: 'Masculino', mixed: 'Mixto' },
  strokes: {
    Freestyle: 'Libre',
    Backstroke: 'Espalda',
    Breaststroke: 'Braza',
    Butterfly: 'Mariposa',
    IM: 'Estilos',
  },
  event: 'Prueba',
  heat: 'Serie',
  of: 'de',
  startList: 'Lista de salida',
  final: 'Final',
  birthYear: 'AN',
  page: 'Página',
  ages: '15 años y mayores',
  group: '13 - 14 años',
  locale: 'es',
};

const POLISH: SplashWords = {
  sexes: { female: 'Kobiet', male: 'Mężczyzn', mixed: 'Mixed' },
  strokes: {
    Freestyle: 'dowolnym',
    Backstroke: 'grzbietowym',
    Breaststroke: 'klasycznym',
    Butterfly: 'motylkowym',
    IM: 'zmiennym',
  },
  event: 'Konkurencja',
  heat: 'Seria',
  of: 'z',
  startList: 'Lista startowa',
  final: 'Finał',
  birthYear: 'RU',
  page: 'Strona',
  ages: '15 lat i starsi',
  group: '13 - 14 lat',
  locale: 'pl',
};

const DUTCH: SplashWords = {
  sexes: { female: 'Dames', male: 'Heren', mixed: 'Gemengd' },
  strokes: {
    Freestyle: 'vrije slag',
    Backstroke: 'rugslag',
    Breaststroke: 'schoolslag',
    Butterfly: 'vlinderslag',
    IM: 'wisselslag',
  },
  event: 'Programmanr.',
  heat: 'Serie',
  of: 'van',
  startList: 'Startlijst',
  final: 'Finale',
  birthYear: 'GJ',
  page: 'Pagina',
  ages: '15 jaar en ouder',
  group: '13 - 14 jaar',
  locale: 'nl',
};

const RUSSIAN: SplashWords = {
  sexes: { female: 'Девочки', male: 'Мальчики', mixed: 'Смешанная' },
  strokes: {
    Freestyle: 'Вольный стиль',
    Backstroke: 'На спине',
    Breaststroke: 'Брасс',
    Butterfly: 'Баттерфляй',
    IM: 'Комплексное плавание',
  },
  event: 'Дистанция',
  heat: 'Заплыв',
  of: 'из',
  startList: 'Стартовый протокол',
  final: 'Финал',
  birthYear: 'г.р.',
  page: 'Страница',
  ages: 'Год рождения 2010 - 2012',
  group: 'Год рождения 2013 - 2014',
  locale: 'ru',
};

export const SPLASH_WORDS = {
  turkish: TURKISH,
  german: GERMAN,
  english: ENGLISH,
  french: FRENCH,
  spanish: SPANISH,
  polish: POLISH,
  russian: RUSSIAN,
  dutch: DUTCH,
};
export type SplashLanguage = keyof typeof SPLASH_WORDS;
