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

it('publishes a form only with a backend other than local', async () => {
  expect(await site('{ backend: gitee, publish: true }')).toEqual([]);
  expect(await site('{ backend: github, repo: a/b, publish: true }')).toEqual([]);
  expect(await site('{ backend: local, publish: false }')).toEqual([]);
  expect(await site('{ backend: local, publish: true }')).toEqual([
    'content/site.yaml:4:35 错误：“发布表单”(publish)不能是 true：backend: local 的表单只在 npm run dev 里用\n  改法：删去 publish；要让发布的网站带表单，把 backend 改成 gitee、github、gitlab 或 gitea',
  ]);
  expect(await site('{ backend: gitee, publish: 是 }')).toEqual([
    'content/site.yaml:4:35 错误：“发布表单”(publish)的写法不对\n  改法：publish: true',
  ]);
});

it('rejects service addresses that would inject directives into the form’s policy', async () => {
  const fix = '改法：从浏览器的地址栏复制网址';
  for (const host of ["a;script-src'x.example", "a'b.example", 'a,b.example'])
    expect(await site(`{ backend: gitea, repo: a/b, apiRoot: "https://${host}/api" }`)).toEqual([
      `content/site.yaml:4:46 错误：“接口地址”(apiRoot)的域名写得不对\n  ${fix}`,
    ]);
  expect(await site('{ backend: gitea, repo: a/b, baseUrl: "https://a;b/", appId: x }')).toEqual([
    `content/site.yaml:4:46 错误：“登录地址”(baseUrl)的域名写得不对\n  ${fix}`,
  ]);
  expect(await site('{ backend: gitea, repo: a/b, apiRoot: "https://甲.example:8443/api" }')).toEqual([]);
});
