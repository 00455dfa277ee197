import { expect, it } from 'vitest';
import { aliasEdits } from '../../src/scaffold/aliases.ts';
import { withEdits } from '../../src/core/text/edit.ts';
import { partRaw } from '../../src/scaffold/raw-article.ts';

const ADD = { add: '/issues/2022-09/a/' };
const DROP = { drop: '/x/' };
const BOTH = { ...ADD, ...DROP };

function edited(yaml: string, change: { add?: string; drop?: string }): string | undefined {
  const article = partRaw('a.md', `---\n${yaml}---\n正文\n`);
  const edits = article && aliasEdits(article, change);
  const text = edits && withEdits(article.text, edits);
  return text?.replace(/^---\n|---\n正文\n$/gu, '');
}

it.each([
  ['title: 甲\n', ADD, 'title: 甲\naliases: [/issues/2022-09/a/]\n'],
  ['title: 甲\n# 尾注\n', ADD, 'title: 甲\n# 尾注\naliases: [/issues/2022-09/a/]\n'],
  ['aliases:\ntitle: 甲\n', ADD, 'aliases:\n  - /issues/2022-09/a/\ntitle: 甲\n'],
  ['aliases: # 旧址\ntitle: 甲\n', ADD, 'aliases: # 旧址\n  - /issues/2022-09/a/\ntitle: 甲\n'],
  ['aliases: []\n', ADD, 'aliases: [/issues/2022-09/a/]\n'],
  ['aliases: [/x/, "/y/"] # 旧\n', ADD, 'aliases: [/x/, "/y/", /issues/2022-09/a/] # 旧\n'],
  [
    'aliases:\n- /x/\n- /y/ # 旧\ntitle: 甲\n',
    ADD,
    'aliases:\n- /x/\n- /y/ # 旧\n- /issues/2022-09/a/\ntitle: 甲\n',
  ],
  ['aliases:\n  - "/x-y/"\n', ADD, 'aliases:\n  - "/x-y/"\n  - /issues/2022-09/a/\n'],
  ['aliases: [/issues/2022-09/a/]\n', ADD, 'aliases: [/issues/2022-09/a/]\n'],
  ['title: 甲\n', DROP, 'title: 甲\n'],
  ['aliases: [/x/]\n', DROP, 'aliases: []\n'],
  ['aliases: [/x/, /y/]\n', DROP, 'aliases: [/y/]\n'],
  ['aliases: [/y/, /x/]\n', DROP, 'aliases: [/y/]\n'],
  ['aliases:\n  - /y/\n  - /x/\n', DROP, 'aliases:\n  - /y/\n'],
  ['aliases:\n  - /x/\ntitle: 甲\n', DROP, 'aliases:\ntitle: 甲\n'],
  ['aliases: [/x/, /y/]\n', BOTH, 'aliases: [/issues/2022-09/a/, /y/]\n'],
  ['aliases: /x/\n', ADD, undefined],
  ['{ title: 甲 }\n', ADD, undefined],
  ['aliases: &a [/x/]\nrelated: *a\n', ADD, undefined],
])('%j with %j', (yaml, change, wanted) => expect(edited(yaml, change)).toBe(wanted));
