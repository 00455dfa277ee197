import { expect, it } from 'vitest';
import { folderFix, parseIssueFolder } from '../../src/core/issue-folder.ts';
import { countLabel, monthLabel, numberLabel, serialLabel } from '../../src/core/issue-label.ts';

it.each([
  ['2022-09', { year: 2022, months: [9] }],
  ['2023-01-02', { year: 2023, months: [1, 2] }],
  ['2022-09-s1', { year: 2022, months: [9], special: 1 }],
  ['2022-12-s9', { year: 2022, months: [12], special: 9 }],
  ['2022-09-s0', undefined],
  ['2022-09-s10', undefined],
  ['2022-09-S1', undefined],
  ['2022-13-s1', undefined],
  ['2023-01-02-s1', undefined],
])('%s is parsed as %j', (name, expected) => expect(parseIssueFolder(name)).toEqual(expected));

const FORMS = '写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1';
it.each([
  ['2022年9月', FORMS],
  ['2022-9-s1', FORMS],
  ['2022-09-S2', '写成 2022-09-s2（小写 s，一位数字，从 1 起）'],
  ['2022-09-s01', '写成 2022-09-s1（小写 s，一位数字，从 1 起）'],
  ['2022-09s1', '写成 2022-09-s1（小写 s，一位数字，从 1 起）'],
  ['2022-09-增刊', '写成 2022-09-s1（小写 s，一位数字，从 1 起）'],
  ['2022-09-s0', '写成 2022-09-s1（小写 s，一位数字，从 1 起）'],
  ['2022-09-s10', '写成 2022-09-s1 这样：一个月里的增刊、特刊从 -s1 排到 -s9'],
  ['2023-01-02-s1', '增刊、特刊只写一个月份，写成 2023-01-s1'],
])('the fix for %s is: %s', (name, fix) => expect(folderFix(name)).toBe(fix));

it.each([
  [{ title: '增刊' }, '2022年9月增刊'],
  [{}, '2022年9月增刊'],
  [{ special: 2 }, '2022年9月增刊2'],
  [{ title: '乡村振兴特刊' }, '2022年9月乡村振兴特刊'],
  [{ title: '9月增刊' }, '2022年9月增刊'],
  [{ title: '2022年招商特刊' }, '2022年招商特刊'],
])('the label of a special issue %j is %s', (more, label) =>
  expect(monthLabel({ year: 2022, months: [9], special: 1, ...more })).toBe(label),
);

it('a missing number has an empty label', () => {
  expect([numberLabel({}), serialLabel({})]).toEqual(['', '']);
});

it('counts special issues separately', () => {
  expect([countLabel([]), countLabel([{}, {}]), countLabel([{}, { special: 1 }])]).toEqual([
    '0期',
    '2期',
    '1期、增刊（特刊）1期',
  ]);
});
