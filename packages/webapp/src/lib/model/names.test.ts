import { describe, expect, it } from 'vitest';
import { initialOf, markerOf } from './markers.ts';
import { markName, nameKey } from './names.ts';

describe('names', () => {
  it('know the same name in another order, case and accent', () => {
    expect(nameKey('Fairwater, Ada')).toBe(nameKey('ADA Fairwater'));
    expect(nameKey('Brückner, Zoë')).toBe(nameKey('Zoe Bruckner'));
    expect(nameKey('Fairwater, Ada')).not.toBe(nameKey('Fairwater, Adam'));
  });
});

describe('markName', () => {
  it('marks the name as the sheet prints it', () => {
    expect(markName('5  Fairwater, Ada   12 HBR', 'Ada Fairwater')).toEqual({
      before: '5  ',
      mark: 'Fairwater, Ada',
      after: '   12 HBR',
    });
    expect(markName('4 Inkwell,  Bram K 9', 'Inkwell, Bram K').mark).toBe('Inkwell,  Bram K');
  });

  it('marks nothing where the name is not', () => {
    expect(markName('1 Harbor A 2:01.00', 'Ada Fairwater').mark).toBe('');
    expect(markName('line', '').mark).toBe('');
  });

  it('takes a name for text, not for a pattern', () => {
    expect(markName('3 O.Neil, Cy 11', 'O.Neil, Cy').mark).toBe('O.Neil, Cy');
    expect(markName('3 OxNeil, Cy 11', 'O.Neil, Cy').mark).toBe('');
  });
});

describe('markers', () => {
  it('give each of six swimmers a colour and an initial', () => {
    expect(new Set([0, 1, 2, 3, 4, 5].map(markerOf)).size).toBe(6);
    expect(initialOf('  ada fairwater')).toBe('A');
    expect(initialOf('Fairwater, Bram')).toBe('B');
    expect(initialOf('Fairwater,')).toBe('F');
    expect(initialOf('')).toBe('');
  });
});
