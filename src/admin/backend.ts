import { LOCAL_BACKENDS, type Site } from '#core/schema/site.ts';

type Admin = NonNullable<Site['admin']>;

/** Hosts of the public services, where the site names none of its own. */
const PUBLIC_API: Record<string, string> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
  gitea: 'https://gitea.com/api/v1',
};
const PUBLIC_LOGIN: Record<string, string> = { gitlab: 'https://gitlab.com', gitea: 'https://gitea.com' };

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

/**
 * The Content-Security-Policy of the form: own files, and the service that keeps the content. Its styles
 * are made as it runs, so inline ones are allowed; nothing else from elsewhere is.
 */
export function formPolicy(admin: Admin): string {
  const { backend, apiRoot = PUBLIC_API[backend], baseUrl = PUBLIC_LOGIN[backend] } = admin;
  const hosts = [apiRoot, baseUrl].flatMap((address) => (address ? [new URL(address).origin] : []));
  const services = [...new Set(hosts)].map((host) => ` ${host}`).join('');
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${services}`,
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    `connect-src 'self' data: blob:${services}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}
