import { expect, it } from 'vitest';
import { formPolicy } from '../../src/admin/policy.ts';

const policy = (services: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' blob:${services}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default form-parser svelte-trusted-html lexical dompurify',
  ].join('; ');

it.each([
  [{ backend: 'local' as const }, ''],
  [{ backend: 'gitee' as const }, ''],
  [{ backend: 'github' as const, repo: 'a/b' }, ' https://api.github.com'],
  [
    { backend: 'github' as const, repo: 'a/b', baseUrl: 'https://login.example' },
    ' https://api.github.com https://login.example',
  ],
  [{ backend: 'gitlab' as const, repo: 'a/b' }, ' https://gitlab.com'],
  [
    {
      backend: 'gitlab' as const,
      repo: 'a/b',
      apiRoot: 'https://git.example/api/v4',
      baseUrl: 'https://git.example',
    },
    ' https://git.example',
  ],
  [
    {
      backend: 'gitea' as const,
      repo: 'a/b',
      apiRoot: 'https://git.example:8443/api',
      baseUrl: 'https://in.example/',
    },
    ' https://git.example:8443 https://in.example',
  ],
])('of %j names the service and nothing else', (admin, services) => {
  expect(formPolicy(admin, 'p{}')).toBe(policy(services));
});
