import { expect, it } from 'vitest';
import { movedBase } from '../../src/hosting/moved-base.ts';

it('gives the line for nginx that keeps the old addresses alive', () => {
  expect(movedBase('/', '/daokan/', 'nginx')).toBe(
    '提醒：网站从 / 移到了 /daokan/：旧网址都变了，读者收藏的、别处转引的打不开，要由服务器转到新的\n  改法：在 server 里加一行“rewrite ^/(?!daokan/)(.*)$ /daokan/$1 permanent;”；不想移的，改回 site.yaml 的 url，再发布一次',
  );
  expect(movedBase('/daokan/', '/', 'nginx')).toContain('rewrite ^/daokan/(.*)$ /$1 permanent;');
  expect(movedBase('/old/', '/new/', 'nginx')).toContain('rewrite ^/old/(.*)$ /new/$1 permanent;');
});

it('says what to do on other hosts, and nothing where the site has not moved', () => {
  expect(movedBase('/old/', '/new/', 'caddy')).toContain('改法：在服务器上设转向；不想移的');
  expect(movedBase('/', '/', 'nginx')).toBeUndefined();
});
