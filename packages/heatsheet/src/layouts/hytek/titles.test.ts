import { expect, it } from 'vitest';
import { rowOf } from '../common/rowOf.ts';
import { readAllTitles } from './titles.ts';

const centred = (text: string, y: number) => rowOf([[306 - text.length * 2.5, text]], y);

it.each([
  ['Harbor Light Open - 6/18/2027 to 6/19/2027', 'Harbor Light Open', '2027-06-19'],
  ['Harbor Light Open - 2027-06-18 to 2027-06-19', 'Harbor Light Open', '2027-06-19'],
  ['Harbor Light Open - 18-06-2027 to 19-06-2027', 'Harbor Light Open', '2027-06-19'],
  ['Harbor Light Open - 18.06.2027 to 19.06.2027', 'Harbor Light Open', '2027-06-19'],
  ['Harbor Light Open - 2027/06/18 to 2027/06/19', 'Harbor Light Open', '2027-06-19'],
  ['Harbor Light Open - 18-Jun-2027 to 19-Jun-2027', 'Harbor Light Open', '2027-06-19'],
  ['Harbor Light Open - 2027', 'Harbor Light Open - 2027', undefined],
])('%s is a meet and its days', (line, meetName, end) => {
  const rows = [
    rowOf([[400, "HY-TEK's MEET MANAGER 8.0 Page 1"]], 30),
    centred(line, 42),
    centred('Meet Program', 54),
  ];
  const runs = rows.flatMap((row) => row.runs);
  const [titles] = readAllTitles([{ page: 1, width: 612, height: 792, rows, runs }]);
  expect(titles?.meetName).toBe(meetName);
  expect(titles?.dates?.end).toBe(end);
});
