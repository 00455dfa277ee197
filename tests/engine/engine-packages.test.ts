import { afterEach, expect, it } from 'vitest';
import { enginePackages } from '../../src/engine/engine-packages.ts';
import { engineFolder, setEngineFolder } from '../../src/engine/engine-folder.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const own = engineFolder();
afterEach(() => setEngineFolder(own));

/** How a packed engine with these packages resolves a module for the pages. */
async function resolve(id: string, environment = 'prerender'): Promise<unknown> {
  const manifest = {
    dependencies: { yaml: '1.0.0' },
    peerDependencies: { '@myriaddreamin/typst-ts-node-compiler': '1.0.0', 'not-installed': '1.0.0' },
  };
  setEngineFolder(await writeFiles({ 'package.json': JSON.stringify(manifest) }));
  const resolveId = enginePackages().resolveId as (this: unknown, id: string) => unknown;
  return resolveId.call({ environment: { name: environment } }, id);
}

it.each(['yaml', '@myriaddreamin/typst-ts-node-compiler'])(
  'imports %s by its address, whether all bulletins have it or some',
  async (name) => {
    expect(await resolve(name)).toEqual({ id: import.meta.resolve(name), external: true });
  },
);

it('leaves the name of a package that a bulletin has not installed, so that the import fails with a code', async () => {
  expect(await resolve('not-installed')).toEqual({ id: 'not-installed', external: true });
});

it.each([
  ['zod', 'prerender'],
  ['yaml', 'client'],
])('leaves %s in %s to Vite', async (name, environment) => {
  expect(await resolve(name, environment)).toBeUndefined();
});

it.each([
  ['prerender', 'build', { resolve: { noExternal: true } }],
  ['prerender', 'serve', undefined],
  ['client', 'build', undefined],
])('bundles packages for pages only where they are built: %s, %s', (name, command, expected) => {
  const configEnvironment = enginePackages().configEnvironment as CallableFunction;
  expect(configEnvironment(name, {}, { command })).toEqual(expected);
});
