import type { Language } from './language.ts';

export const russian: Language = {
  name: 'Russian',
  source:
    'Overviews that Splash writes beside its start lists, of meets in Russia and Belarus on GitHub: "Девочки", "50m Брасс", "Финальный по времени", "Стартовый протокол", "Медалисты по дистанции". The words for a heat, a relay and a page are the dictionary’s.',
  seen: false,
  genders: {
    female: ['Женщины', 'Девушки', 'Девочки', 'Юниорки'],
    male: ['Мужчины', 'Юноши', 'Мальчики', 'Юниоры'],
    mixed: ['Смешанные', 'Смешанная', 'Смешанный', 'Микст', 'Mixed'],
  },
  strokes: {
    medley: ['Комплексное плавание', 'Комплекс', 'Комбинированная', 'Комбинированное плавание'],
    freestyle: ['Вольный стиль', 'Вольным стилем'],
    backstroke: ['На спине', 'Спина'],
    breaststroke: ['Брасс', 'Брассом'],
    butterfly: ['Баттерфляй', 'Баттерфляем'],
  },
  relay: ['Эстафета', 'Эстафеты'],
  rounds: [
    'Предварительный',
    'Предварительные',
    'Полуфинал',
    'Финал',
    'Финалы',
    'Финальный по времени',
  ],
  lists: {
    event: ['Дистанция', 'Дисциплина'],
    heat: ['Заплыв'],
    of: ['из'],
    page: ['Страница', 'Стр.', 'Лист'],
    startList: ['Стартовый протокол', 'Стартовый лист'],
    results: ['Результаты', 'Результат', 'Итоговый протокол'],
    birthYear: ['г.р.', 'г. р.', 'ГР', 'Г/р', 'Год рождения', 'Год'],
  },
};
