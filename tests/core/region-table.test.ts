import { expect, it } from 'vitest';
import { regionTable } from '../../src/core/region-table.ts';
import { runHere } from '../lib/run-here.ts';

const TABLE = [
  { code: '980000', name: '戊省' },
  { code: '980101', name: '庚新县' },
  { code: '990000', name: '甲省' },
  { code: '990201', name: '桥西区' },
  { code: '990100', name: '乙市' },
  { code: '990101', name: '桥西区' },
  { code: '990102', name: '无双县' },
  { code: '990103', name: '易县' },
  { code: '990200', name: '丁市' },
  { code: '999001', name: '直管市' },
];

it('includes whole provinces, sorted, and gives homonyms unique aliases', () => {
  expect(regionTable(TABLE, ['990000'])).toEqual([
    { code: '990000', name: '甲省', aliases: [] },
    { code: '990100', name: '乙市', aliases: [] },
    { code: '990101', name: '桥西区', aliases: ['乙市桥西区'] },
    { code: '990102', name: '无双县', aliases: ['无双'] },
    { code: '990103', name: '易县', aliases: [] },
    { code: '990200', name: '丁市', aliases: [] },
    { code: '990201', name: '桥西区', aliases: ['丁市桥西区'] },
    { code: '999001', name: '直管市', aliases: ['直管'], parent: '990000' },
  ]);
  expect(regionTable(TABLE, [])).toEqual([]);
});

it('the committed table is up to date', async () => {
  expect(await runHere('regions', ['--check'])).toMatchObject({
    code: 0,
    stdout: 'src/loader/china-regions.json 已是最新\n',
  });
}, 30_000);
