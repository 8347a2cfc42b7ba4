/** Text that is there and cannot be read. */
import type { Reading } from '../layouts/layout.ts';
import type { Warning } from '../types.ts';
import { warn } from './warn.ts';

/** More undecodable characters than this share, and text is missing. */
const MAX_UNDECODABLE = 0.002;

/** Private use, replacement, control and unassigned characters: the sheet's encoding is broken there. */
const BROKEN = /[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu;
/** Most lines have no other characters, and need no closer look. */
const PLAIN = /^[\x20-\x7e]*$/;

const brokenIn = (line: string): number =>
  PLAIN.test(line) ? 0 : (line.match(BROKEN)?.length ?? 0);

/** Rows with such characters, or the sheet if it has too many elsewhere. */
export const undecodable = ({ lines, events }: Reading): Warning[] => {
  const entries = events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));
  const read = entries.flatMap((entry) => [entry, ...(entry.relay?.legs ?? [])]);
  const broken = read.filter(({ line }) => brokenIn(line) > 0);
  if (broken.length) return broken.map(({ page, line }) => warn('text_decodable', page, line));
  const bad = lines.reduce((sum, { line }) => sum + brokenIn(line), 0);
  const all = lines.reduce((sum, { line }) => sum + line.length, 0);
  return bad > all * MAX_UNDECODABLE
    ? [warn('text_decodable', 1, `${bad} characters cannot be read.`)]
    : [];
};
