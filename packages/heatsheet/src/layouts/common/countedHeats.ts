/** Events whose heats tell that all of them are there. */
import type { Entry, Heat, SheetEvent } from '../../types.ts';

const A_FINAL = /^A\b.*Final/i;

/** Whether `block` is a heat of an event whose heats are counted ("Heat 1 of 4"), or end with the A final: none can lack behind it unnoticed. */
export const isCounted = (events: SheetEvent[], block: Heat | Entry | null): boolean =>
  events.some(({ heats }) => {
    const own = heats.some((heat) => heat === block);
    return own && heats.some(({ of, round }) => of !== null || A_FINAL.test(round ?? ''));
  });
