import { expect, it } from 'vitest';
import { type RegionChoice, regionsYaml, regionTable } from '../../src/core/region-table.ts';
import { runHere } from '../lib/run-here.ts';

const TABLE = [
  { code: '990000', name: '甲省' },
  { code: '990100', name: '乙市' },
  { code: '990101', name: '桥西区' },
  { code: '990102', name: '无双县' },
  { code: '990103', name: '易县' },
  { code: '990200', name: '丁市' },
  { code: '990201', name: '桥西区' },
  { code: '980000', name: '戊省' },
  { code: '980100', name: '己市' },
  { code: '980101', name: '庚新县' },
];
const CHOICE: RegionChoice = {
  provinces: ['990000'],
  counties: ['980101'],
  additions: [{ code: '993100', name: '某新区', parent: '990000' }],
  parents: { '990102': '993100' },
  aliases: { '990103': ['易州'] },
};

it('includes whole provinces and single counties, and gives homonyms unique aliases', () => {
  expect(regionsYaml(regionTable(TABLE, CHOICE))).toBe(`- { code: '980000', name: 戊省 }
- { code: '980100', name: 己市 }
- { code: '980101', name: 庚新县, aliases: [庚新] }
- { code: '990000', name: 甲省 }
- { code: '990100', name: 乙市 }
- { code: '990101', name: 桥西区, aliases: [乙市桥西区] }
- { code: '990102', name: 无双县, parent: '993100', aliases: [无双] }
- { code: '990103', name: 易县, aliases: [易州] }
- { code: '990200', name: 丁市 }
- { code: '990201', name: 桥西区, aliases: [丁市桥西区] }
- { code: '993100', name: 某新区, parent: '990000' }
`);
});

it('lists the former codes of a region', () => {
  const choice = { ...CHOICE, formerIds: { '990103': ['990109'] } };
  expect(regionsYaml(regionTable(TABLE, choice))).toContain(
    "- { code: '990103', name: 易县, aliases: [易州], formerIds: ['990109'] }\n",
  );
  expect(() => regionTable(TABLE, { ...CHOICE, formerIds: { '970101': ['970109'] } })).toThrow('970101');
});

it('rejects a code that is not in the table', () => {
  expect(() => regionTable(TABLE, { ...CHOICE, counties: ['970101'] })).toThrow('970101');
});

it('the committed register is up to date', async () => {
  expect(await runHere('regions', ['--check'])).toMatchObject({
    code: 0,
    stdout: 'content/regions.yaml 已是最新\n',
  });
}, 30_000);
