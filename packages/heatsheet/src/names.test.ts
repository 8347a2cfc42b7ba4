import { describe, expect, it } from 'vitest';
import { isSameName, readPrintedName, readTypedName } from './names.ts';

const isSame = (typed: string, printed: string): boolean =>
  readTypedName(typed).some((tier) =>
    tier.some((name) => readPrintedName(printed).some((other) => isSameName(name, other))),
  );

describe('isSameName', () => {
  it.each([
    ['Moorhen, Ada', 'Moorhen, Ada'],
    ['Ada Moorhen', 'Moorhen, Ada C'],
    ['Moorhen Ada', 'Moorhen, Ada C'],
    ['ada c moorhen', 'Moorhen, Ada C'],
    ['Ada C. Moorhen', 'Moorhen, Ada'],
    ['Moorhen, Ada Clare', 'Moorhen, Ada C'],
    ['Calder van der Zee', 'van der Zee, Calder T'],
    ['van der Zee Calder', 'van der Zee, Calder T'],
    ['Van Der Zee, Calder', 'van der Zee, Calder T'],
    ['Calder Vanderzee', 'van der Zee, Calder T'],
    ['Zoe Senal', 'Señal, Zoë'],
    ['Soren Sograes', 'Søgræs, Søren'],
    ['Tova O’Tern', "O'Tern, Tova W"],
    ["Tova O'tern", 'O’Tern, Tova'],
    ['Reed Marsh, Iris', 'Reed-Marsh, Iris'],
    ['Iris Reed-Marsh', 'Reed-Marsh, Iris *'],
    ['Finn Ottersby', 'Ottersby Jr, Finn'],
    ['Finn Ottersby Jr.', 'Ottersby Jr, Finn'],
    ['Ottersby, Finn, Jr', 'Ottersby Jr, Finn'],
    ['Mary Ann Teal', 'Teal, Maryann'],
    ['Theo Linnet', 'Theo Linnet'],
    ['Linnet, Theo', 'Theo Linnet'],
    ['Kestrel, Deniz', 'Deniz KESTREL'],
    ['Lina Kestrel', 'KESTREL Lina'],
    ['TJ Otter', 'Otter, T.J.'],
    ['Cove, Tay', 'Cove, Tay S10'],
    ['Fenn de la Marée', 'DE LA MARÉE Fenn'],
    ['St. Cove, Abe', 'ST. COVE Abe'],
    ['J.R. Swift', 'Swift, J.R.'],
    ['Swift J.R.', 'Swift, J.R.'],
    ['Swift, JR', 'J.R. Swift'],
    ['J.R. Swift III', 'Swift III, J.R.'],
    ['Moss Heron', 'Moss Heron, Jr.'],
    ['Heron Jr, Moss', 'Moss Heron, Jr.'],
    ['Mc Tern, Jr., Ann', 'Mc Tern Jr, Ann'],
    ["Mia de la Cove-O'Reed", 'de la Cove-O’Reed, Mia'],
    ['Zoë Reed-Marsh', 'Reed\u2010Marsh, Zoë'],
    ['Zoë Reed Marsh', 'Reed\u2011Marsh, Zoe\u0308'],
    ['Ada Griffinwort', 'Gri\uFB03nwort, Ada'],
    ['Solis', 'Solis'],
    ['Elly Lark', 'Lark, Elly (Ace)'],
    ['Ace Lark', 'Lark, Elly J (Ace)'],
    ['Elly Lark', 'Elly "Ace" Lark'],
    ['Lark, Ace', 'Elly “Ace” Lark'],
    ['Elly Ace Lark', 'Lark, Elly (Ace)'],
    ['Elly Lark', 'Lark (Dove), Elly'],
    ['Elly Dove', 'Lark (Dove), Elly'],
    ['Elly Lark', 'Lark, Elly (AK)'],
    ['Elly Lark Jr', 'Lark, Elly (Jr)'],
    ['Анна Выдрина', 'Выдрина, Анна'],
  ])('%s is %s', (typed, printed) => {
    expect(isSame(typed, printed)).toBe(true);
  });

  it.each([
    ['Liu, Elly', 'Liu, Ellyson'],
    ['Liu, Elly', 'Li, Elsie'],
    ['Liu, Elly', 'Liu-Lark, Elly'],
    ['Moorhen, Ada C', 'Moorhen, Ada K'],
    ['Moorhen, Ada', 'Ada, Moorhens'],
    ['Moorhen, Ada', 'Moorhen, Ada Clare'],
    ['Ottersby Jr, Finn', 'Ottersby III, Finn'],
    ['Moorhen', 'Moorhen, Ada'],
    ['Quinn Thistle-Larkspur', 'Larkspur, Quinn T'],
    ['Larkspur, Quinn T', 'Quinn THISTLE-LARKSPUR'],
    ['', 'Moorhen, Ada'],
    ['Moorhen,', 'Moorhen, Ada'],
    ['Kestrel, Lina', 'LINA Kestrel'],
    ['J.R. Swift', 'Swift, Ada'],
    ['Swift, Jr', 'Swift, Ada Jr'],
    ['Solis', 'Solis, Ada'],
    ['Ada Solis', 'Solis'],
    ['Ace Dove', 'Lark, Elly (Ace)'],
    ['Ellyson Lark', 'Lark, Elly (Ace)'],
    ['Elly Lark Jr', 'Lark III, Elly (Ace)'],
    ['Анна Выдрина', 'Выдрина, Анно'],
  ])('%s is not %s', (typed, printed) => {
    expect(isSame(typed, printed)).toBe(false);
  });

  it('tries first name first when nothing tells the order', () => {
    const [likelier, other] = readTypedName('Rowan Coral');
    expect(likelier).toEqual([{ last: ['coral'], given: ['rowan'], suffix: null }]);
    expect(other).toEqual([{ last: ['rowan'], given: ['coral'], suffix: null }]);
  });
});
