import { describe, expect, it } from 'vitest';
import { pageOf, type Literal } from '../common/rowOf.ts';
import { splash } from './splash.ts';

const lane = (
  number: string,
  name: string,
  year: string,
  team: string,
  time: string,
): Literal[] => [
  [57, number],
  [68, name],
  [242, year],
  [267, team],
  [520, time],
];
const titles: Literal[][] = [[[154, 'Harbor Cup']], [[242, 'HARBOR, 12. - 13.6.2027']]];
const footer = (page: number): Literal[] => [
  [43, 'Splash Meet Manager, 11.83921'],
  [466, `12.06.2027 9:24 - Sayfa ${page}`],
];

const FIRST = pageOf([
  ...titles,
  [
    [43, 'Yarış'],
    [72, '14'],
    [240, 'Erkekler, 50m Serbest'],
    [472, '15 yaş ve büyükler'],
  ],
  [
    [43, '12.06.2027 - 15:06'],
    [500, 'Start listesi'],
  ],
  [[43, 'BARAJ. 15: 1:12.97; 16 - 18: 1:10.20']],
  [
    [43, 'REKOR'],
    [120, 'Ulf WIGEON'],
    [300, '22.10'],
    [400, '3.5.2019'],
  ],
  [[242, 'YB']],
  [[43, 'Seri 1 of 2']],
  lane('1', 'Deniz ŞAN', '09', 'Yarrow Koleji Spor Kulübü', '24.98'),
  [[57, '2']],
  lane('3', 'Işık ÇOBAN', '11', '15 Yıl Spor', 'NT'),
  footer(1),
]);

const SECOND = pageOf(
  [
    ...titles,
    [[43, 'Yarış 14, Erkekler, 50m Serbest']],
    [[43, '13 - 14 yaş']],
    [[43, 'Seri 2 of 2']],
    lane('4', 'Ali (Tk) ÖZ', '08', 'Harbor', '24.00'),
    [
      [43, 'Yarış'],
      [72, '15'],
      [240, 'Bayanlar, 4 x 100m Serbest'],
    ],
    [
      [43, '13.06.2027 - 9:30'],
      [500, 'Start listesi'],
      [570, 'Final'],
    ],
    [[43, 'Seri 1 of 1']],
    [
      [57, '4'],
      [68, 'Harbor 2'],
      [267, 'Harbor'],
      [520, '4:12.00'],
    ],
    [
      [68, 'Ada TEAL'],
      [200, '09'],
      [300, 'Eda SU'],
      [420, '10'],
    ],
    footer(2),
  ],
  2,
);

const SHEET = [FIRST, SECOND];

describe('a Turkish start list', () => {
  it('is recognised by what the pages say, results are not', () => {
    expect(splash.recognises(SHEET)).toBe(true);
    const results = SHEET.map((page) => ({
      ...page,
      rows: page.rows.map((row) => ({
        ...row,
        runs: row.runs.map((run) => ({ ...run, text: run.text.replace('Start', 'Sonuç') })),
      })),
    }));
    expect(splash.recognises(results)).toBe(false);
  });

  it('gives meet, days and events', () => {
    const reading = splash.read(SHEET);
    expect(reading).toMatchObject({
      meetName: 'Harbor Cup',
      meetStart: '2027-06-12',
      meetEnd: '2027-06-13',
      venue: 'HARBOR',
      sessions: [{ date: '2027-06-12' }, { date: '2027-06-13' }],
    });
    expect(reading.events).toMatchObject([
      { number: '14', name: 'Erkekler, 50m Serbest', ages: '15 yaş ve büyükler', session: '1' },
      { number: '15', relay: true, session: '2', round: 'Final' },
    ]);
  });

  it('gives every lane its heat, which starts when the event does', () => {
    expect(splash.read(SHEET).events[0]?.heats).toMatchObject([
      {
        number: 1,
        of: 2,
        start: '15:06',
        entries: [
          { lane: 1, name: 'Deniz ŞAN', age: '09', team: 'Yarrow Koleji Spor Kulübü' },
          { lane: 3, name: 'Işık ÇOBAN', team: '15 Yıl Spor', seed: 'NT' },
        ],
      },
      { number: 2, of: 2, entries: [{ lane: 4, name: 'Ali ÖZ', seedFlags: ['(Tk)'], page: 2 }] },
    ]);
  });

  it('reads a relay with its number and its swimmers', () => {
    expect(splash.read(SHEET).events[1]?.heats[0]?.entries).toMatchObject([
      {
        name: null,
        team: 'Harbor',
        relay: { letter: '2', legs: [{ name: 'Ada TEAL', age: '09' }, { name: 'Eda SU' }] },
      },
    ]);
  });

  it('accounts for every row', () => {
    const roles = Map.groupBy(splash.read(SHEET).lines, (line) => line.role);
    expect(roles.get('unknown')).toBeUndefined();
    expect(roles.get('record')?.map((line) => line.line)).toEqual([
      'REKOR Ulf WIGEON 22.10 3.5.2019',
    ]);
    expect(roles.get('note')?.map((line) => line.line)).toEqual(['13 - 14 yaş']);
    expect(roles.get('page_header')).toHaveLength(4);
  });
});

const foreign = (event: string, name: string, list: string, heat: string, year: string) => [
  pageOf([
    ...titles,
    [
      [43, `${event} 7`],
      [240, name],
    ],
    [
      [43, '12/06/2027 - 10:40'],
      [480, list],
    ],
    [[242, year]],
    [[43, heat]],
    lane('4', 'TEAL, Ida', '12', 'Harbor', '31.50'),
    [[43, 'Splash Meet Manager, 11']],
  ]),
];

it.each([
  ['German', 'Wettkampf', 'Damen, 50m Rücken', 'Startliste', 'Lauf 1 von 3', 'JG'],
  ['English', 'Event', 'Women, 50m Backstroke', 'Startlist', 'Heat 1 of 3', 'YB'],
  ['French', 'Epreuve', 'Dames, 50m Dos', 'Liste de départ', 'Série 1 de 3', 'AN'],
  ['Spanish', 'Prueba', 'Femenino, 50m Espalda', 'Lista de salida', 'Serie 1 de 3', 'AN'],
  ['Polish', 'Konkurencja', 'Kobiet, 50m grzbietowy', 'Lista startowa', 'Seria 1 z 3', 'rok ur.'],
])('reads the words of %s', (_language, event, name, list, heat, year) => {
  const pages = foreign(event, name, list, heat, year);
  expect(splash.recognises(pages)).toBe(true);
  expect(splash.read(pages).events).toMatchObject([
    {
      number: '7',
      name,
      gender: 'female',
      stroke: 'backstroke',
      distance: 50,
      heats: [{ number: 1, of: 3, start: '10:40', entries: [{ name: 'TEAL, Ida', age: '12' }] }],
    },
  ]);
});
