import type { Site } from './schema/site.ts';

/** A record number as the footer shows it, with a link to the public register. */
export interface SiteRecord {
  text: string;
  href?: string;
}

/** The record numbers that site.yaml contains, in the order of the footer. */
export function siteRecords({
  cn,
  issn,
  postalCode,
  newsLicense,
  icp,
  police,
}: NonNullable<Site['records']>) {
  const code = police?.normalize('NFKC').replace(/\D/gu, '');
  const records: (SiteRecord | undefined)[] = [
    cn === undefined ? undefined : { text: cnOf(cn) ?? cn },
    issn === undefined ? undefined : { text: issnOf(issn) ?? issn },
    labelled('邮发代号', postalCode),
    labelled('互联网新闻信息服务许可证', newsLicense),
    icp === undefined ? undefined : { text: icp, href: 'https://beian.miit.gov.cn/' },
    police === undefined
      ? undefined
      : {
          text: police,
          ...(code && { href: `https://beian.mps.gov.cn/#/query/webSearch?code=${code}` }),
        },
  ];
  return records.filter((record) => record !== undefined);
}

/**
 * Normalizes an ISSN to its printed form, `ISSN 0000-0000`. The prefix is optional; full-width characters are
 * accepted.
 * @returns undefined if the text has another form
 */
export function issnOf(written: string): string | undefined {
  const number = /^(?:ISSN)? ?:? ?(\d{4}) ?- ?(\d{3}[\dX])$/u.exec(normalized(written));
  return number ? `ISSN ${number[1]}-${number[2]}` : undefined;
}

/** Normalizes a 国内统一刊号 to `CN 00-0000`, for periodicals with their class, `CN 00-0000/F`. */
export function cnOf(written: string): string | undefined {
  const number = /^(?:CN)? ?:? ?(\d{2}) ?- ?(\d{4})(?: ?\/ ?([A-Z]{1,3}\d{0,3}))?$/u.exec(
    normalized(written),
  );
  if (!number) return undefined;
  return `CN ${number[1]}-${number[2]}${number[3] === undefined ? '' : `/${number[3]}`}`;
}

/** Whether the check digit of an ISSN is right (ISO 3297). */
export function hasCheckDigit(issn: string): boolean {
  const digits = issn.replace(/[^\dX]/gu, '');
  const sum = [...digits].reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - index),
    0,
  );
  return sum % 11 === 0;
}

function normalized(written: string): string {
  return written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Adds the name of a number unless the editor wrote it. */
function labelled(name: string, value: string | undefined): SiteRecord | undefined {
  if (value === undefined) return undefined;
  return { text: value.startsWith(name) ? value : `${name} ${value}` };
}
