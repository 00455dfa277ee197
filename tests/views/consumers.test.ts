import { expect, it } from 'vitest';
import type { z } from 'zod';
import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { articleSchema } from '../../src/core/schema/article.ts';
import { issueSchema } from '../../src/core/schema/issue.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { articleView } from '../../src/views/article-view.ts';
import { cardOf } from '../../src/views/card.ts';
import { issueView } from '../../src/views/issue-view.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';

/** Every printed field contains a unique marker (标记…), which the test looks for in the views. */
const ARTICLE = `---
title: 标记标题
kicker: 标记引题
subtitle: 标记副题
shortTitle: 标记短题
dateNote: 标记日期说明
category: 园区要闻
park: 甲园
genre: 消息
byline: [{ name: 标记姓名, role: 记者, org: 标记单位 }]
dateline: 标记电头
interviewee: { name: 标记受访人, post: 标记职务 }
source: 甲省日报
reprint: { url: https://example.com/marker, originalTitle: 标记原题, originalAuthor: 标记原作者, originalDate: 2022-08-15 }
rights: reprint
editor: 标记编辑
review: { first: 标记初审, second: 标记复审, final: 标记终审 }
summary: 标记提要
lead: true
cover: { src: ./images/a.svg, alt: 标记替代, caption: 标记图注, credit: 标记署名 }
corrections: [{ date: 2022-10-31, text: 标记更正 }]
status: ready
---

甲园开工。
`;
const ISSUE = `year: 2022
number: 1
serial: 1
months: [9]
date: 2022-09-30
title: 标记期名
status: published
editor: 标记期编辑
cover: { src: ./images/a.svg, alt: 标记期替代, caption: 标记期图注, credit: 标记期署名 }
`;

/** Fields that are used in another way than by printing their text, with the use. */
const OTHER_USES: Record<string, Record<string, string>> = {
  article: {
    ...of('selects or sorts what pages show', 'date category park county city genre scope series topics'),
    ...of('selects or sorts what pages show', 'industries lead order page source related status masked'),
    ...of('printed in other words', 'titleBy rights byline.role corrections.date reprint.originalDate'),
    ...of('read as a picture', 'cover.src'),
    ...of('inserted into the body by the Markdown pipeline', 'dateline'),
    ...of('makes an address', 'aliases'),
    ...of('shown by the notice', 'withdrawn.date withdrawn.reason withdrawn.hideTitle'),
    ...of('used by the check', 'waivers.rule waivers.quote waivers.reason'),
    ...of('used by the importer', 'import.from import.sha256 import.at import.printed import.warnings'),
    ...of('for a later issue', 'facts.label facts.value facts.unit facts.period facts.quote'),
    ...of('for a later issue', 'projects.name projects.park projects.investment projects.unit'),
    ...of(
      'for a later issue',
      'projects.stage projects.quote milestones.date milestones.text milestones.quote',
    ),
  },
  issue: {
    ...of('printed in the label', 'year number serial months date'),
    ...of('selects or sorts what pages show', 'status categories'),
    ...of('read as a picture', 'cover.src'),
    ...of('makes an address', 'aliases'),
    ...of('its file must exist', 'pdf pages.image pages.pdf'),
    ...of('for a later issue', 'pages.no pages.name pages.areas'),
  },
};

function of(why: string, paths: string): Record<string, string> {
  return Object.fromEntries(paths.split(' ').map((path) => [path, why]));
}

/** Paths of all leaf fields, without list indexes. */
function leaves(schema: z.ZodType, path: string[] = []): string[] {
  if ('shape' in schema) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, inner]) =>
      leaves(inner, [...path, key]),
    );
  }
  if ('element' in schema) return leaves(schema.element as z.ZodType, path);
  if ('unwrap' in schema) return leaves((schema.unwrap as () => z.ZodType)(), path);
  if ('options' in schema && schema.def.type === 'union') {
    const inner = (schema.options as z.ZodType[]).flatMap((option) => leaves(option, path));
    const deeper = inner.filter((each) => each !== path.join('.'));
    return [...new Set(deeper.length > 0 ? deeper : inner)];
  }
  return [path.join('.')];
}

/** The marker at a path of a fixture. */
function markerAt(source: unknown, path: string): string | undefined {
  let value = source;
  for (const key of path.split('.')) {
    const owner = Array.isArray(value) ? value[0] : value;
    value = (owner as Record<string, unknown> | undefined)?.[key];
  }
  return typeof value === 'string' ? value : undefined;
}

it('every field of an article and an issue is printed, or used as the table says', async () => {
  const { parse } = await import('yaml');
  const dir = await writeFiles(
    bulletinFiles({
      'issues/2022-09/issue.yaml': ISSUE,
      'issues/2022-09/first.md': null,
      'issues/2022-09/marked.md': ARTICLE,
      'issues/2022-09/images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>',
    }),
  );
  const { content, diagnostics } = await readContent(dir);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!content) throw new Error('no content');
  const context = { archive: createArchive(publishedContent(content)), urls: createUrls('/') };
  const [article, issue] = [context.archive.article('2022-09/marked'), content.issues[0]];
  if (!article || !issue) throw new Error('not read');
  const printed = {
    article: JSON.stringify([
      articleView(article, context),
      cardOf(article, context),
      issueView(issue, context),
    ]),
    issue: JSON.stringify(issueView(issue, context)),
  };
  const unused = (name: 'article' | 'issue', schema: z.ZodType, source: unknown) =>
    leaves(schema).filter((path) => {
      const marker = markerAt(source, path);
      const isPrinted = marker !== undefined && /标记|marker/u.test(marker) && printed[name].includes(marker);
      return !isPrinted && OTHER_USES[name]?.[path] === undefined;
    });
  const stale = (name: string, schema: z.ZodType) =>
    Object.keys(OTHER_USES[name] ?? {}).filter((path) => !leaves(schema).includes(path));
  expect(unused('article', articleSchema, parse(ARTICLE.split('---\n')[1] ?? ''))).toEqual([]);
  expect(unused('issue', issueSchema, parse(ISSUE))).toEqual([]);
  expect([...stale('article', articleSchema), ...stale('issue', issueSchema)]).toEqual([]);
});
