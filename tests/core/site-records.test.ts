import { expect, test } from 'vitest';
import { isIssn, siteRecords } from '../../src/core/site-records.ts';
import { messagesOf, bulletinFiles } from '../lib/bulletin-files.ts';

test('only the numbers that are set are shown, and the two filings lead to their registers', () => {
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
  ['ISSN 0000-0000', true],
  ['0000-0019', true],
  ['0000-006X', true],
  ['0000-0001', false],
  ['00000000', false],
  ['CN 00-0000', false],
])('%s is an ISSN: %s', (written, expected) => {
  expect(isIssn(written)).toBe(expected);
});

test('an ISSN with a wrong check digit is an error with its line and the fix', async () => {
  const site = `${String(bulletinFiles()['site.yaml'])}records:\n  issn: ISSN 0000-0001\n`;
  expect(await messagesOf({ 'site.yaml': site })).toEqual([
    'content/site.yaml:5:9 错误：“国际标准刊号”(issn)不是国际标准刊号，或者校验码（末位）不对\n  改法：对照刊号证书重抄，写成 ISSN 加八位，例如 ISSN 0000-0000',
  ]);
});
