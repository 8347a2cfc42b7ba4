/** What is still to be asked about a sheet: requests, without what was answered before. */
import type { Part } from '../../db/queries/aiAnswers.ts';
import type { Context } from '../context.ts';
import { unasked } from './answers.ts';
import { keyOf, slicesOf, type Plan } from './plan.ts';

type Needs = Pick<Context, 'db'>;

/** One request about some pages. */
export type Step = { part: Part; pages: number[]; swimmers: string[] };

/** Each swimmer's pages alone: the names of the others are masked. */
export const textSteps = async (
  needs: Needs,
  checksum: string,
  { texts }: Plan,
): Promise<Step[]> => {
  const steps: Step[] = [];
  for (const [swimmer, all] of texts)
    for (const pages of slicesOf(all)) {
      const part = { checksum, key: keyOf(checksum, 'text', pages) };
      const swimmers = await unasked(needs, part, [swimmer]);
      if (swimmers.length > 0) steps.push({ part, pages, swimmers });
    }
  return steps;
};

export const halves = (pages: number[]): number[][] => {
  const middle = Math.ceil(pages.length / 2);
  return [pages.slice(0, middle), pages.slice(middle)].filter(({ length }) => length > 0);
};

/** Pages that were too much at once are shown half and half; what is known of those halves is not asked again. */
export const pictureSteps = async (
  needs: Needs,
  checksum: string,
  pages: number[],
  swimmers: string[],
): Promise<Step[]> => {
  const partOf = (some: number[]) => ({ checksum, key: keyOf(checksum, 'pictures', some) });
  const open = await unasked(needs, partOf(pages), swimmers);
  if (open.length === 0) return [];
  const [front = [], back] = halves(pages);
  const wasHalved =
    back !== undefined && (await unasked(needs, partOf(front), open)).length < open.length;
  if (!wasHalved) return [{ part: partOf(pages), pages, swimmers: open }];
  return [
    ...(await pictureSteps(needs, checksum, front, open)),
    ...(await pictureSteps(needs, checksum, back, open)),
  ];
};
