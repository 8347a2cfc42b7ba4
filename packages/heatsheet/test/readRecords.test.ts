/** Swimmers at the meet who hold a record too: the record is no race, and it is known for what it is. */
import { drawHeatSheet, drawSplash, makeMeet, spokenName, type Page } from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { findSwimmer } from '../src/findSwimmer.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const meet = makeMeet({ seed: 9, flights: false, teamRecords: true, swimmers: 120 });
const swimmer = meet.sessions[0]?.events.find(({ relay }) => !relay)?.heats[0]?.entries[0]?.swimmer;
const name = swimmer ? spokenName(swimmer) : '';

/** "K Larkspur, T Wagtail, …": the line of a relay record's holders. */
const HOLDERS = /^(?:\p{Lu} \p{L}[^,]*, ){3}/u;
/** "Wardian Larkspur": nobody at the meet. */
const HOLDER = /^\p{Lu}\p{L}+ian \p{Lu}/u;

/** The swimmer's name in every record. */
const damage = (pages: Page[]): Page[] =>
  pages.map((page) => ({
    ...page,
    cells: page.cells.map((cell) => {
      if (HOLDERS.test(cell.text)) return { ...cell, text: `${name}, ${cell.text}` };
      return HOLDER.test(cell.text) ? { ...cell, text: name } : cell;
    }),
  }));

const draw: Record<string, (damage?: (pages: Page[]) => Page[]) => Promise<{ pdf: Uint8Array }>> = {
  'a Meet Manager sheet': (spoil) =>
    drawHeatSheet(meet, 'all', { columns: 1, ...(spoil && { damage: spoil }) }),
  'a Splash list': (spoil) => drawSplash(meet, 'german', spoil && { damage: spoil }),
};

describe.each(Object.entries(draw))('in %s', (_, drawn) => {
  it('record holders are mentioned, explained and no race', async () => {
    const [before, after] = await Promise.all(
      [await drawn(), await drawn(damage)].map(async ({ pdf }) =>
        findSwimmer(await reader.read(pdf), name),
      ),
    );
    expect(after?.matches.length).toBe(before?.matches.length);
    expect(after?.matches.length).toBeGreaterThan(0);
    expect(after?.mentions.found).toBeGreaterThan((before?.mentions.found ?? 0) + 20);
    expect(after?.mentions.explained).toBe(after?.mentions.found);
  });
});
