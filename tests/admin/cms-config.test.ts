import { describe, expect, it } from 'vitest';
import { formSetup } from '../../src/admin/cms-config.ts';

type Admin = Parameters<typeof formSetup>[0]['admin'];
const regions = { counties: ['乙市城区', '丙县'], cities: ['乙市'] };
const setup = (admin: Admin) => formSetup({ title: '港城月刊', admin, home: '/', regions });
const backend = (admin: Admin) => setup(admin).config.backend;

/** All options of the configuration: one line for each collection, file and field, indented by depth. */
function outline({ fields, files, collections, ...own }: Outlined, indent = ''): string[] {
  const inner = [...(collections ?? []), ...(files ?? []), ...(fields ?? [])];
  return [indent + JSON.stringify(own), ...inner.flatMap((each) => outline(each, `${indent}  `))];
}

interface Outlined {
  fields?: Outlined[];
  files?: Outlined[];
  collections?: Outlined[];
  [option: string]: unknown;
}

it('derives all fields from the schema', async () => {
  const { config } = setup({ backend: 'local' });
  await expect(`${outline(config).join('\n')}\n`).toMatchFileSnapshot('cms-config.snapshot.txt');
});

it('defines how to read and write the format of each collection', () => {
  const { config, formats } = setup({ backend: 'local' });
  const named = [...JSON.stringify(config).matchAll(/"format":"([^"]+)"/gu)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(Object.keys(formats).sort());
});

describe('the backend', () => {
  const COMMITS = {
    create: '新建 {{path}}',
    update: '修改 {{path}}',
    delete: '删除 {{path}}',
    uploadMedia: '上传 {{path}}',
    deleteMedia: '删除 {{path}}',
  };

  it('is a local folder, without sign-in to a service', () => {
    const none = { name: 'gitea', repo: 'local/content', app_id: 'none', auth_methods: ['oauth'] };
    expect([backend({ backend: 'local' }), backend({ backend: 'gitee' })]).toEqual([none, none]);
  });

  it('is GitHub with a token; with an account only if the site configures a sign-in service', () => {
    expect(backend({ backend: 'github', repo: 'a/b', branch: 'main' })).toEqual({
      name: 'github',
      repo: 'a/b',
      branch: 'main',
      auth_methods: ['token'],
      commit_messages: COMMITS,
    });
    const withLogin = { backend: 'github', repo: 'a/b', baseUrl: 'https://login.example' } as const;
    expect(backend(withLogin)).toMatchObject({
      base_url: 'https://login.example',
      auth_methods: ['oauth', 'token'],
    });
  });

  it('is GitLab or Gitea, also self-hosted', () => {
    const own = {
      backend: 'gitlab',
      repo: 'a/b/c',
      apiRoot: 'https://git.example/api/v4',
      appId: '1',
    } as const;
    expect(backend(own)).toMatchObject({
      name: 'gitlab',
      api_root: 'https://git.example/api/v4',
      app_id: '1',
      auth_type: 'pkce',
      auth_methods: ['oauth', 'token'],
    });
    expect(backend({ backend: 'gitea', repo: 'a/b' })).toMatchObject({
      name: 'gitea',
      auth_methods: ['token'],
    });
  });

  it('may be a repository that contains only the content folder', () => {
    const { config, folder } = setup({ backend: 'local', folder: '.' });
    const [articles] = config.collections as { folder: string }[];
    expect([articles?.folder, folder]).toEqual(['issues', 'issues']);
    expect(setup({ backend: 'local' }).folder).toBe('content');
  });
});
