import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { packageFile } from '../engine/engine-folder.ts';
import { SVELTIA_VERSION } from '../admin/sveltia-plugin.ts';
import { PAGEFIND_VERSION } from '../search/indexing/pagefind/index.ts';
import { SiteError } from '../site-checks/site-error.ts';

/** Packages whose internals the site depends on, each with the one module that must be adapted to another version. */
const PACKAGES = [
  { name: 'pagefind', version: PAGEFIND_VERSION, module: 'src/search/indexing/pagefind/index.ts' },
  { name: '@sveltia/cms', version: SVELTIA_VERSION, module: 'src/admin/sveltia-plugin.ts' },
];

/** Stops a build before it reads the content if one of these packages has an unsupported version. */
export function supportedPackages(): AstroIntegration {
  return {
    name: 'supported-packages',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') checkPackages(packageFile);
      },
    },
  };
}

/**
 * @param fileOf path of a file in a package: `pagefind/package.json`
 * @throws SiteError that lists each package whose installed version is not the supported one
 */
export function checkPackages(fileOf: (file: string) => string): void {
  const problems = PACKAGES.flatMap(({ name, version, module }) => {
    const installed = JSON.parse(readFileSync(fileOf(`${name}/package.json`), 'utf8')).version;
    if (installed === version) return [];
    return [
      `${name}：装的是 ${installed} 版，这里只认 ${version} 版\n` +
        `  改法：运行 npm ci，装回 ${version} 版；要换版本，先照 ${module} 开头写的改程序`,
    ];
  });
  if (problems.length > 0) throw new SiteError(problems, '依赖的程序包换了版本。');
}
