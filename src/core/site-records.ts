import type { Site } from './schema/site.ts';

/** A record number as the footer shows it; `href` leads to the office that keeps the register. */
export interface SiteRecord {
  text: string;
  href?: string;
}

/** The record numbers that are set, in the order of the footer. */
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
    labelled('CN', cn),
    labelled('ISSN', issn),
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

/** Whether a text is an ISSN, with or without the letters before it, and its last character is the check digit. */
export function isIssn(written: string): boolean {
  const digits = /^(?:ISSN[ :：]?)?(\d{4})-(\d{3}[\dX])$/u.exec(written.trim())?.slice(1).join('');
  if (digits === undefined) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - index),
    0,
  );
  return sum % 11 === 0;
}

/** Editors write the number with or without its name; the footer shows the name once. */
function labelled(name: string, value: string | undefined): SiteRecord | undefined {
  if (value === undefined) return undefined;
  return { text: value.startsWith(name) ? value : `${name} ${value}` };
}
