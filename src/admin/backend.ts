import { LOCAL_BACKENDS, type Site } from '#core/schema/site.ts';

type Admin = NonNullable<Site['admin']>;

/**
 * Where the form keeps its files, in the terms of Sveltia CMS. Signing in with an account is offered only
 * where the site says by whom: Sveltia would ask api.netlify.com otherwise. With a token it always works.
 */
export function backendOf({
  backend,
  repo,
  branch,
  apiRoot,
  baseUrl,
  appId,
}: Admin): Record<string, unknown> {
  // Sveltia must be told of some service even where only folders of this machine are opened: one that it
  // asks nothing of by itself.
  if (LOCAL_BACKENDS.includes(backend))
    return { name: 'gitea', repo: 'local/content', app_id: 'none', auth_methods: ['oauth'] };
  return {
    name: backend,
    repo,
    ...(branch && { branch }),
    ...(apiRoot && { api_root: apiRoot }),
    ...(baseUrl && { base_url: baseUrl }),
    ...(appId && { app_id: appId }),
    ...(backend === 'gitlab' && appId && { auth_type: 'pkce' }),
    auth_methods: (backend === 'github' ? baseUrl : appId) ? ['oauth', 'token'] : ['token'],
    commit_messages: {
      create: '新建 {{path}}',
      update: '修改 {{path}}',
      delete: '删除 {{path}}',
      uploadMedia: '上传 {{path}}',
      deleteMedia: '删除 {{path}}',
    },
  };
}
