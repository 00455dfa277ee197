import { expect, it } from 'vitest';
import { aliasEdits } from '../../src/scaffold/aliases.ts';
import { withEdits } from '../../src/core/text/edit.ts';
import { splitRawArticle } from '../../src/scaffold/raw-article.ts';

const ADDED = '/issues/2022-09/a/';

function edited(yaml: string, added: string): string | undefined {
  const article = splitRawArticle('a.md', `---\n${yaml}---\n正文\n`);
  const edits = article && aliasEdits(article, added);
  const text = edits && withEdits(article.text, edits);
  return text?.replace(/^---\n|---\n正文\n$/gu, '');
}

it.each([
  ['title: 甲\n', 'title: 甲\naliases: [/issues/2022-09/a/]\n'],
  ['title: 甲\n# 尾注\n', 'title: 甲\n# 尾注\naliases: [/issues/2022-09/a/]\n'],
  ['aliases:\ntitle: 甲\n', 'aliases:\n  - /issues/2022-09/a/\ntitle: 甲\n'],
  ['aliases: # 旧址\ntitle: 甲\n', 'aliases: # 旧址\n  - /issues/2022-09/a/\ntitle: 甲\n'],
  ['aliases: []\n', 'aliases: [/issues/2022-09/a/]\n'],
  ['aliases: [/x/, "/y/"] # 旧\n', 'aliases: [/x/, "/y/", /issues/2022-09/a/] # 旧\n'],
  [
    'aliases:\n- /x/\n- /y/ # 旧\ntitle: 甲\n',
    'aliases:\n- /x/\n- /y/ # 旧\n- /issues/2022-09/a/\ntitle: 甲\n',
  ],
  ['aliases:\n  - "/x-y/"\n', 'aliases:\n  - "/x-y/"\n  - /issues/2022-09/a/\n'],
  ['aliases: [/issues/2022-09/a/]\n', 'aliases: [/issues/2022-09/a/]\n'],
  ['aliases: /x/\n', undefined],
  ['{ title: 甲 }\n', undefined],
  ['aliases: &a [/x/]\nrelated: *a\n', undefined],
])('%j', (yaml, wanted) => expect(edited(yaml, ADDED)).toBe(wanted));
