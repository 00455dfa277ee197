/** A host: a domain in any script or an IP address, with an optional port. */
const HOST =
  /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_-]|\.(?=[\p{L}\p{M}\p{N}]))*\.?)(?::\d{1,5})?$/iu;
const MAIL = /^[\p{L}\p{N}.!#$&'*+/=^_`{|}~-]+@([^@?]+)$/u;
const PHONE = /^\+?\d(?:-?\d){2,19}$/u;

/** The problem of a web address, as the end of a sentence that begins with it; undefined if it is valid. */
export function webAddressProblem(address: string): string | undefined {
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(address)) return '里有空格、反斜线或看不见的字符';
  const [, authority] = /^https?:\/\/([^/?#]*)/iu.exec(address) ?? [];
  if (authority === undefined) return '要以 https:// 或 http:// 开头';
  if (authority === '') return '缺少域名';
  if (authority.includes('@')) return '的域名前面有 @：看到的和打开的不是同一个网站';
  if (!HOST.test(authority) || !URL.canParse(address)) return '的域名写得不对';
  return undefined;
}

/** Like `webAddressProblem`, for the target of a link: `http:`, `https:`, `mailto:` or `tel:`. */
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

/** Whether an address begins with a scheme, ignoring white space and controls: `java script:` counts too. */
export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/iu.test(address.replace(/[\s\p{Cc}\p{Cf}]/gu, ''));
}
