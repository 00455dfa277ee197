import path from 'node:path';
import { expect, it } from 'vitest';
import { packageFile } from '../../src/engine/engine-folder.ts';
import { checkPackages } from '../../src/integrations/supported-packages.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const modules = (pagefind: string, sveltia: string) =>
  writeFiles({
    'pagefind/package.json': JSON.stringify({ version: pagefind }),
    '@sveltia/cms/package.json': JSON.stringify({ version: sveltia }),
  });

it('accepts the installed packages', () => {
  expect(() => checkPackages(packageFile)).not.toThrow();
});

it('rejects any other version, older or newer, and says what to do', async () => {
  const folder = await modules('1.6.1', '0.221.0');
  expect(() => checkPackages((file) => path.join(folder, file))).toThrow(
    expect.objectContaining({
      name: 'SiteError',
      message: [
        'pagefind：装的是 1.6.1 版，这里只认 1.6.0 版',
        '  改法：运行 npm ci，装回 1.6.0 版；要换版本，先照 src/search/indexing/pagefind/index.ts 开头写的改程序',
        '@sveltia/cms：装的是 0.221.0 版，这里只认 0.221.1 版',
        '  改法：运行 npm ci，装回 0.221.1 版；要换版本，先照 src/admin/sveltia-plugin.ts 开头写的改程序',
      ].join('\n'),
      summary: '依赖的程序包换了版本。',
    }),
  );
});

it('names only the package that differs', async () => {
  const folder = await modules('1.6.0', '0.222.0');
  expect(() => checkPackages((file) => path.join(folder, file))).toThrow(
    /^@sveltia\/cms：装的是 0\.222\.0 版，这里只认 0\.221\.1 版\n/u,
  );
});
