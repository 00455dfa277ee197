import { expect, test } from 'vitest';
import { cnOf, hasCheckDigit, issnOf, siteRecords } from '../../src/core/site-records.ts';
import { messagesOf, bulletinFiles } from '../lib/bulletin-files.ts';

test('shows only numbers that are set, and links the two filings to their registers', () => {
  expect(siteRecords({})).toEqual([]);
  expect(
    siteRecords({
      icp: '甲ICP备00000000号-1',
      police: '甲公网安备 ００000000000001号',
      cn: 'CN 00-0000',
      issn: '0000-0000',
      postalCode: '00-00',
      newsLicense: '00000000000',
    }),
  ).toEqual([
    { text: 'CN 00-0000' },
    { text: 'ISSN 0000-0000' },
    { text: '邮发代号 00-00' },
    { text: '互联网新闻信息服务许可证 00000000000' },
    { text: '甲ICP备00000000号-1', href: 'https://beian.miit.gov.cn/' },
    {
      text: '甲公网安备 ００000000000001号',
      href: 'https://beian.mps.gov.cn/#/query/webSearch?code=00000000000001',
    },
  ]);
  expect(siteRecords({ police: '备案办理中' })).toEqual([{ text: '备案办理中' }]);
});

test.each([
  ['ISSN 0000-0000', 'ISSN 0000-0000'],
  ['0000-0019', 'ISSN 0000-0019'],
  ['ISSN：0000－006x', 'ISSN 0000-006X'],
  ['issn 0000 - 0000', 'ISSN 0000-0000'],
  ['00000000', undefined],
  ['ISSN 0000-000', undefined],
  ['CN 00-0000', undefined],
])('%s is parsed as the ISSN %s', (written, expected) => expect(issnOf(written)).toBe(expected));

test.each([
  ['CN 00-0000', 'CN 00-0000'],
  ['CN00-0000/F', 'CN 00-0000/F'],
  ['00-0000', 'CN 00-0000'],
  ['ＣＮ　00—0000／TN', 'CN 00-0000/TN'],
  ['cn 00-0000/g4', 'CN 00-0000/G4'],
  ['CN 000-0000', undefined],
  ['CN 00-000', undefined],
  ['冀内资准字第0000号', undefined],
])('%s is parsed as the CN %s', (written, expected) => expect(cnOf(written)).toBe(expected));

test('verifies the check digit of an ISSN', () => {
  expect(['0000-0000', '0000-0019', '0000-006X', '0000-0001', '0000-0060'].map(hasCheckDigit)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('prints serial numbers in one form', () => {
  expect(siteRecords({ cn: 'cn00—0000/f', issn: '0000－0019' })).toEqual([
    { text: 'CN 00-0000/F' },
    { text: 'ISSN 0000-0019' },
  ]);
});

test.each([
  [
    'issn: ISSN 0000-0001',
    '“国际标准刊号”(issn)的校验码（末位）和前面七位对不上\n  改法：有一位抄错了：对照刊号证书重抄，不要只改末位',
  ],
  [
    'issn: ISSN 000-0000',
    '“国际标准刊号”(issn)不是国际标准刊号\n  改法：照刊号证书写成 ISSN 加八位，例如 ISSN 0000-0000',
  ],
  [
    'cn: CN 000-0000',
    '“国内统一刊号”(cn)不是国内统一刊号\n  改法：照刊号证书写成 CN 加两位地区号、四位序号，期刊带分类号，例如 CN 00-0000、CN 00-0000/F',
  ],
])('%s is an error with its line and the fix', async (line, message) => {
  const site = `${String(bulletinFiles()['site.yaml'])}records:\n  ${line}\n`;
  const [key = ''] = line.split(' ');
  expect(await messagesOf({ 'site.yaml': site })).toEqual([
    `content/site.yaml:5:${key.length + 4} 错误：${message}`,
  ]);
});
