import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { temporaryFolder } from './temporary-folders.ts';

export type Files = Record<string, string | Uint8Array | null>;

const article = (title: string, more = '', body = '甲园今年前八个月开工项目12个。') => `---
title: ${title}
category: 园区要闻
park: 甲园
genre: 消息
byline: 署名单位 本刊编辑部
rights: own
status: ready
${more}---

${body}
`;

/** A small valid bulletin of a made-up province, which tests modify. */
const RIGHT: Files = {
  'site.yaml': 'title: 港城月刊\ndescription: 测试用的小刊\npublisher: 本刊编辑部\n',
  'categories.yaml':
    '- { id: news, name: 园区要闻, aliases: [要闻] }\n- { id: feature, name: 特稿 }\n- { id: invest, name: 双招双引 }\n',
  'regions.yaml':
    "- { code: '990000', name: 甲省 }\n- { code: '990100', name: 乙市 }\n- { code: '990101', name: 丙县, aliases: [丙] }\n- { code: '990102', name: 城区, aliases: [乙市城区] }\n- { code: '990200', name: 丁市 }\n- { code: '990201', name: 城区, aliases: [丁市城区] }\n",
  'sources.yaml': '- { id: daily, name: 甲省日报 }\n',
  'topics.yaml': '- { id: environment, name: 营商环境 }\n',
  'industries.yaml': '- { id: electronics, name: 电子信息 }\n',
  'series.yaml': '- { id: visits, name: 园区探访 }\n',
  'parks/jia.yaml': 'name: 甲县经济开发区\nshortName: 甲园\naliases: [甲开发区]\ncounty: 丙县\n',
  'parks/jia-inner.yaml': 'name: 甲园电子信息产业园\nparent: 甲园\ncounty: 丙县\n',
  'issues/2022-09/issue.yaml':
    'year: 2022\nnumber: 1\nserial: 1\nmonths: [9]\ndate: 2022-09-30\nstatus: published\neditor: 本刊编辑部\ncategories: [特稿, 园区要闻]\n',
  'issues/2022-09/first.md': article('第一篇', 'lead: true\n'),
  'issues/2022-09/second.md': article('第二篇'),
};

export { article };

/** The valid bulletin with some files changed, added, or (null) removed. */
export function bulletinFiles(changes: Files = {}): Files {
  return { ...RIGHT, ...changes };
}

/** The same files in a subfolder. */
export function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
}

/**
 * Writes files to a temporary folder that is removed after the tests. Synchronous: for many small files that is
 * several times faster.
 */
export async function writeFiles(files: Files): Promise<string> {
  const dir = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

/** The messages about the valid bulletin with these changes. */
export async function messagesOf(changes: Files): Promise<string[]> {
  const { diagnostics } = await readContent(await writeFiles(bulletinFiles(changes)));
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic));
}
