import type { Random } from './random.ts';
import type { Swimmer } from './types.ts';
import { BOYS, GIRLS, HARD_SURNAMES, SURNAMES, TEAMS } from './words.ts';

const INITIALS = [...'ABCDEFGHJKLMNPRSTW'] as [string, ...string[]];

const paraBehind = ({ para }: Swimmer): string => (para ? ` ${para}` : '');

/** As Meet Manager prints it: "Otter Jr, Finn M", "Cove, Tay S10". */
export const printedName = (swimmer: Swimmer): string => {
  const { last, suffix, first, middle } = swimmer;
  return `${last}${suffix ? ` ${suffix}` : ''}, ${first}${middle ? ` ${middle}` : ''}${paraBehind(swimmer)}`;
};

/** As colleges and schools print it: "Finn M Otter Jr". */
export const firstLastName = (swimmer: Swimmer): string => {
  const { suffix } = swimmer;
  return `${spokenName(swimmer)}${suffix ? ` ${suffix}` : ''}${paraBehind(swimmer)}`;
};

/** As a record line prints it: "Finn M Otter". */
export const spokenName = ({ last, first, middle }: Swimmer): string =>
  `${first}${middle ? ` ${middle}` : ''} ${last}`;

const girl = (last: string, first: string, age: number, team: string): Swimmer => ({
  first,
  middle: null,
  last,
  suffix: null,
  sex: 'female',
  age,
  team,
  para: null,
});

/** Children whom a careless search mixes up: namesakes in two teams, and names that begin alike. */
const namesakes = (): Swimmer[] => [
  girl('Lark', 'Elly', 12, 'HBR-CA'),
  girl('Lark', 'Ellyson', 12, 'HBR-CA'),
  girl('Larch', 'Elsie', 12, 'HBR-CA'),
  girl('Heronsby', 'Wren', 11, 'GULL-CA'),
  girl('Heronsby', 'Wren', 11, 'PINE-CA'),
  { ...girl('Ottersby', 'Finn', 14, 'TIDE-OR'), sex: 'male', suffix: 'Jr' },
  { ...girl('Ottersby', 'Fynn', 14, 'TIDE-OR'), sex: 'male', suffix: 'III' },
];

const randomSwimmer = (random: Random): Swimmer => {
  const sex = random.chance(0.5) ? 'female' : 'male';
  return {
    sex,
    first: random.pick(sex === 'female' ? GIRLS : BOYS),
    middle: random.chance(0.6) ? random.pick(INITIALS) : null,
    last: random.pick(random.chance(0.12) ? HARD_SURNAMES : SURNAMES),
    suffix: sex === 'male' && random.chance(0.02) ? 'Jr' : null,
    age: random.int(8, 17),
    team: random.pick(TEAMS),
    para: null,
  };
};

const PARA_SHARE = 0.2;

/** A class, and its mark in front of the team: "S10-HBR-CA". */
const asPara = (random: Random, swimmer: Swimmer): Swimmer => {
  if (!random.chance(PARA_SHARE)) return swimmer;
  const para = `S${random.int(1, 14)}`;
  return { ...swimmer, para, team: `${para}-${swimmer.team}` };
};

const nameKey = ({ last, first }: Swimmer) => `${last}, ${first}`;

/** `count` swimmers, `stars` first. Nobody shares first and last name but the namesakes above. */
export const makeSwimmers = (
  random: Random,
  count: number,
  stars: Swimmer[],
  para = false,
): Swimmer[] => {
  const swimmers = [...stars, ...namesakes()];
  const taken = new Set(swimmers.map(nameKey));
  while (swimmers.length < count) {
    const swimmer = randomSwimmer(random);
    if (taken.has(nameKey(swimmer))) continue;
    taken.add(nameKey(swimmer));
    swimmers.push(para ? asPara(random, swimmer) : swimmer);
  }
  return swimmers;
};
