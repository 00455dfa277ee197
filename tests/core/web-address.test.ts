import { describe, expect, it } from 'vitest';
import { decodeAddress } from '../../src/core/text/decode-address.ts';
import { linkProblem } from '../../src/core/text/web-address.ts';

const HOST = '的域名写得不对';
const AT = '的域名前面有 @：看到的和打开的不是同一个网站';
const HIDDEN = '里有空格、反斜线或看不见的字符';
const SCHEME = '要以 https:// 或 http:// 开头';
const MAIL = '要写成 mailto: 和一个邮箱，后面不能有 ?';
const TEL = '要写成 tel: 和一个号码，只有数字和连字符';

describe('an address', () => {
  it.each([
    ['https://host@other.example/', AT],
    ['https://user:pw@host.example/', AT],
    ['https://a.example:80@b.example/', AT],
    ['https:evil.example', SCHEME],
    ['https:/evil.example', SCHEME],
    ['https:\\\\evil.example', HIDDEN],
    ['https://a.example\\@b.example/', HIDDEN],
    ['https://', '缺少域名'],
    ['http:///x', '缺少域名'],
    ['https://?a', '缺少域名'],
    ['https://a b.example/', HIDDEN],
    ['https://a.example/\u200Bx', HIDDEN],
    ['https://a\u0000.example/', HIDDEN],
    ['https://a%2eexample/', HOST],
    ['https://.example/', HOST],
    ['https://a..example/', HOST],
    ['https://a。example/', HOST],
    ['https://a.example:99999/', HOST],
    ['https://a.example:x/', HOST],
    ['https://<b>/', HOST],
    ['mailto:', MAIL],
    ['mailto:?bcc=a@b.example', MAIL],
    ['mailto:a@b.example?bcc=c@d.example', MAIL],
    ['mailto:a@b.example,c@d.example', MAIL],
    ['mailto:a@b.example%0abcc:x', MAIL],
    ['mailto:a', MAIL],
    ['tel:', TEL],
    ['tel:1;ext=2', TEL],
    ['tel:abc', TEL],
    ['tel:010 12345678', TEL],
    ['javascript:alert(1)', '不是网址、邮箱或电话'],
  ])('%j is rejected', (address, problem) => expect(linkProblem(address)).toBe(problem));

  it.each([
    'https://www.example.com/',
    'HTTP://example.com',
    'https://例子.example/甲,乙',
    'https://xn--fsqu00a.example/path',
    'http://192.0.2.1:8080/a?b=c&d=e@f#g',
    'https://[2001:db8::1]/',
    'https://a.example/@someone/甲园（一）.html?x=%E4%B8%AD#第一段',
    'https://a_b.example/',
    'mailto:a.b+c@mail.example.com',
    'tel:0311-12345678',
    'tel:+86-311-12345678',
    'tel:110',
  ])('%j is valid', (address) => expect(linkProblem(address)).toBeUndefined());
});

it('decodes an address, and leaves an invalid encoding unchanged', () => {
  expect(decodeAddress('%E7%94%B2')).toBe('甲');
  expect(decodeAddress('%E0%A4%A')).toBe('%E0%A4%A');
});
