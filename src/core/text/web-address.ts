/** A host as it is typed: names in any script, numbers; with a port or without. */
const HOST =
  /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_-]|\.(?=[\p{L}\p{M}\p{N}]))*\.?)(?::\d{1,5})?$/iu;
const MAIL = /^[\p{L}\p{N}.!#$&'*+/=^_`{|}~-]+@([^@?]+)$/u;
const PHONE = /^\+?\d(?:-?\d){2,19}$/u;

/** What is wrong with an address on the web, to be read after it; undefined where it is right. */
export function webAddressProblem(address: string): string | undefined {
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(address)) return '里有空格、反斜线或看不见的字符';
  const [, authority] = /^https?:\/\/([^/?#]*)/iu.exec(address) ?? [];
  if (authority === undefined) return '要以 https:// 或 http:// 开头';
  if (authority === '') return '缺少域名';
  if (authority.includes('@')) return '的域名前面有 @：看到的和打开的不是同一个网站';
  if (!HOST.test(authority) || !URL.canParse(address)) return '的域名写得不对';
  return undefined;
}

/** The same for an address to which a link may lead: on the web, of a mailbox, of a telephone. */
export function linkProblem(address: string): string | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/isu.exec(address) ?? [];
  switch (scheme.toLowerCase()) {
    case 'http':
    case 'https':
      return webAddressProblem(address);
    case 'mailto': {
      const host = MAIL.exec(rest)?.[1];
      const isRight = host !== undefined && HOST.test(host) && !host.includes(':');
      return isRight ? undefined : '要写成 mailto: 和一个邮箱，后面不能有 ?';
    }
    case 'tel':
      return PHONE.test(rest) ? undefined : '要写成 tel: 和一个号码，只有数字和连字符';
    default:
      return '不是网址、邮箱或电话';
  }
}

/** Whether a text begins with a scheme, however it is disguised: `java script:` is one too. */
export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/iu.test(address.replace(/[\s\p{Cc}\p{Cf}]/gu, ''));
}
