import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { unzip } from '../../src/editions/archive/zip.ts';
import { build } from '../lib/builder.ts';
import { article, type Files, writeFiles } from '../lib/bulletin-files.ts';
import type { Finished } from '../lib/command.ts';
import { requirePackages } from '../lib/debian-package.ts';
import { everything } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { digestsOf, siteFiles } from '../lib/site-files.ts';

/* Every text that is not published holds this mark. */
const SECRET = '秘密';

let content: string;
let out: string;
let zip: string;
let kit: string;
/** The content with the files as the archive copy has them, and its site. */
let restored: string;
let restoredSite: string;
let packed: Finished;
let written: Finished;
const env = { SITE_URL: '', BULLETIN_CONTENT: '' };

beforeAll(async () => {
  const files = await everything();
  content = await writeFiles({
    ...files,
    'site.yaml': String(files['site.yaml']).replace('editions: [epub]', 'editions: [pdf, epub]'),
    'parks/secret.yaml': `name: 丙县${SECRET}园\nshortName: ${SECRET}园\ncounty: 丙县\n`,
    'issues/2022-09/issue.yaml': `# ${SECRET}：还差一篇\n${files['issues/2022-09/issue.yaml']}`,
    'issues/2022-09/masked.md': article(
      '一个县的办法',
      `masked: true # ${SECRET}\nrelated: [2022-09/draft, 2022-09/first]\nimport: { from: ${SECRET}.docx, sha256: ${'a'.repeat(64)}, at: 2022-09-01 }\nprojects: [{ name: ${SECRET}项目, quote: 办了一件事 }]\n`,
      '甲县办了一件事，见[另一篇](/issues/2022-09/first/)。',
    ).replace('park: 甲园', `park: ${SECRET}园`),
    'issues/2022-09/unknown.md': article(`${SECRET}来稿`, '', `${SECRET}正文。`).replace(
      'rights: own',
      'rights: unknown',
    ),
    'issues/2022-09/draft.md': article(`${SECRET}草稿`, '', `${SECRET}正文。`).replace(
      'status: ready',
      'status: draft',
    ),
    'issues/2022-09/gone.md': article(
      `${SECRET}标题`,
      'withdrawn: { date: 2022-10-08, reason: 数据有误, hideTitle: true }\n',
      `${SECRET}正文。`,
    ).replace('status: ready', 'status: withdrawn'),
  } satisfies Files);
  out = await writeFiles({});
  zip = path.join(out, 'archive', '2022-09.zip');
  kit = path.join(out, 'wechat');
  restored = path.join(out, 'content');
  restoredSite = path.join(out, 'restored');
  packed = await build('archive', ['2022-09', '--content', content, '--out', zip], env);
  written = await build('wechat', ['2022-09', '--content', content, '--outDir', kit], env);
});

async function publish(source: string, site: string): Promise<void> {
  const { code, stderr } = await build('build', ['--content', source, '--outDir', site], env);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
}

const archived = async () => unzip(await readFile(zip)) ?? new Map<string, Uint8Array | undefined>();
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

it('an archive copy has pages, sources, pictures and data of what is published', async () => {
  expect(packed).toMatchObject({ code: 0, stdout: '' });
  const files = await archived();
  expect([...files.keys()].filter((name) => !/\.(?:pdf|epub)$/u.test(name))).toMatchSnapshot();
  for (const [name, bytes] of files) expect([name, textOf(bytes).includes(SECRET)]).toEqual([name, false]);
  expect(textOf(files.get('2022-09/data/content/issues/2022-09/masked.md'))).toBe(`---
title: 一个县的办法
category: 园区要闻
genre: 消息
byline: 署名单位 本刊编辑部
rights: own
status: ready
masked: true
related: [ 2022-09/first ]
---

甲县办了一件事，见[另一篇](/issues/2022-09/first/)。
`);
});

it('its sources give the same issue', async () => {
  await cp(content, restored, { recursive: true });
  await rm(path.join(restored, 'issues/2022-09'), { recursive: true });
  const files = await archived();
  for (const [name, bytes] of files) {
    const [, place] = /^2022-09\/data\/content\/(.*)$/u.exec(name) ?? [];
    if (place === undefined || !bytes) continue;
    await mkdir(path.dirname(path.join(restored, place)), { recursive: true });
    await writeFile(path.join(restored, place), bytes);
  }
  await publish(restored, restoredSite);
  for (const name of ['2022-09.epub', '2022-09.pdf', 'issue.json']) {
    const made = await readFile(path.join(restoredSite, 'issues/2022-09', name));
    expect([name, made.equals(files.get(`2022-09/data/${name}`) ?? new Uint8Array())]).toEqual([name, true]);
  }
});

it('no edition holds what is not published, and each holds what is', async () => {
  requirePackages('poppler-utils');
  const files = await archived();
  const edition = (format: string) =>
    [...files].find(([name]) => name.endsWith(`2022-09.${format}`))?.[1] ?? new Uint8Array();
  const pdf = path.join(out, '2022-09.pdf');
  await writeFile(pdf, edition('pdf'));
  const editions = {
    pdf: execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }),
    epub: [...(unzip(Buffer.from(edition('epub'))) ?? new Map())]
      .map(([name, bytes]) => `${name}\n${textOf(bytes)}`)
      .join('\n'),
    print: await readFile(path.join(restoredSite, 'issues/2022-09/print/index.html'), 'utf8'),
  };
  for (const [name, text] of Object.entries(editions)) {
    const bare = text.replaceAll(/\s|<wbr>/gu, '');
    expect([name, bare.includes(SECRET)]).toEqual([name, false]);
    expect([name, bare.includes('一个县的办法'), bare.includes('甲县办了一件事')]).toEqual([
      name,
      true,
      true,
    ]);
    // The park of the masked article, which has a page of its own, and the withdrawn article.
    expect([name, bare.includes('数据有误')]).toEqual([name, false]);
  }
});

if (LONG) {
  it('its sources give the same site', async () => {
    const site = path.join(out, 'site');
    await publish(content, site);
    expect(await digestsOf(site)).toEqual(await digestsOf(restoredSite));
  });

  it('an archive copy of what was restored is the same, byte for byte', async () => {
    const again = await build('archive', ['2022-09', '--content', restored, '--out', zip], env);
    expect([again.code, again.stderr]).toEqual([0, expect.stringMatching(/没有变（\d\.\d MB）：.+\n$/u)]);
  });
}

it('a kit for WeChat has a page and pictures for each article', async () => {
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(await siteFiles(kit)).toMatchSnapshot();
  for (const name of await siteFiles(kit)) {
    expect([name, (await readFile(path.join(kit, name), 'utf8')).includes(SECRET)]).toEqual([name, false]);
  }
  const pictures = unzip(await readFile(path.join(kit, '04-picture.zip')));
  expect([...(pictures?.keys() ?? [])]).toEqual(['01.png', 'cover-900x383.jpg', 'cover-500x500.jpg']);
});
