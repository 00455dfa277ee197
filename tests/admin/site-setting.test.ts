import { expect, it } from 'vitest';
import { messagesOf } from '../lib/bulletin-files.ts';

const site = (admin: string) =>
  messagesOf({
    'site.yaml': `title: 港城月刊\ndescription: 测试用的小刊\npublisher: 本刊编辑部\nadmin: ${admin}\n`,
  });

it('says in Chinese what is wrong with the setting', async () => {
  expect(await site('{ backend: local }')).toEqual([]);
  expect(await site('{ backend: github, repo: a/b, branch: main }')).toEqual([]);
  expect(await site('{ backend: gitee }')).toEqual([]);
  expect(await site('{ backend: github }')).toEqual([
    'content/site.yaml:4:8 错误：缺少“仓库”(repo)\n  改法：加一行，例如 repo: owner/name',
  ]);
  expect(await site('{ backend: github, repo: 某仓库 }')).toEqual([
    'content/site.yaml:4:33 错误：“仓库”(repo)不是仓库名\n  改法：写成“帐号/仓库名”，例如 owner/name',
  ]);
});
