import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { body, codes, imported } from '../../lib/imported.ts';

const FOLDER = path.join(import.meta.dirname, '../../fixtures/pdf');

/** What the sources of the PDF files say; written before the importer read them. */
interface Gold {
  articles: {
    title: string;
    kicker: string | null;
    subtitle: string | null;
    byline: string[];
    date: string | null;
    headings: string[];
    /** Rows of tables have ｜ between cells; pictures begin with 图：. */
    paragraphs: string[];
  }[];
  warnings: string[];
  /** Reasons of the text that is left out. */
  removed: string[];
}

const gold = JSON.parse(readFileSync(path.join(FOLDER, 'gold.json'), 'utf8')) as Record<string, Gold>;

type Imported = Awaited<ReturnType<typeof imported>>;

function asGold({ articles, removed }: Imported): Gold {
  return {
    articles: articles.map((article) => {
      const { title, kicker, subtitle, byline, date } = article.report;
      const blocks = body(article).split(/\n{2,}|\n(?=\|)/u);
      const texts = blocks.map((block) => plain(block.trim())).filter(Boolean);
      return {
        title: title ?? '',
        kicker,
        subtitle,
        byline: byline.map(({ name }) => name),
        date,
        headings: texts.filter((text) => text.startsWith('#')).map((text) => text.replace(/^#+ /u, '')),
        paragraphs: texts.filter((text) => !text.startsWith('#')),
      };
    }),
    warnings: articles.flatMap(codes).filter((code) => code !== 'park-unknown'),
    removed: removed.map(({ reason }) => reason),
  };
}

/** A block of Markdown as text. */
function plain(block: string): string {
  const picture = /^!\[[^\]]*\]\(\S+ "(.*)"\)$/u.exec(block);
  if (picture) return `图：${picture[1]?.replace(/\s/gu, ' ')}`;
  if (/^\|[\s|-]+\|$/u.test(block)) return '';
  if (block.startsWith('|')) return block.replace(/^\|\s*|\s*\|$/gu, '').replace(/\s*\|\s*/gu, '｜');
  return block.replace(/\*\*|\\/gu, '');
}

describe.each(Object.entries(gold))('%s', (name, expected) => {
  it('is read as its source has it', async () => {
    const read = await imported(new Uint8Array(readFileSync(path.join(FOLDER, name))), name);
    expect(asGold(read)).toEqual(expected);
  });
});
