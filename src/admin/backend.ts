import { LOCAL_BACKENDS, type Site } from '#core/schema/site.ts';

type Admin = NonNullable<Site['admin']>;

/**
 * Returns Sveltia's `backend` option: where the form stores files. Signing in with an account is offered only
 * if the site configures the sign-in service: Sveltia would use api.netlify.com otherwise. A token always works.
 */
export function backendOf({
  backend,
  repo,
  branch,
  apiRoot,
  baseUrl,
  appId,
}: Admin): Record<string, unknown> {
  // Sveltia requires a service even if only local folders are opened. It sends Gitea no requests on its own.
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
