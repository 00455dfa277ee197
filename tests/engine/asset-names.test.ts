import { expect, it } from 'vitest';
import { assetNames, plainName } from '../../src/engine/asset-names.ts';

it.each([
  ['Header.astro_astro_type_script_index_0_lang', 'Header'],
  ['_slug_.astro_astro_type_script_index_0_lang', 'slug'],
  ['_..page_@_@astro.css', 'page'],
  ['_..', 'page'],
  ['quick-search', 'quick-search'],
  ['index.css', 'index'],
  [undefined, 'page'],
])('the asset %s is called %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it('scripts and styles get a hash and lie in one folder', () => {
  const { client, prerender } = assetNames();
  const { output } = client.build.rolldownOptions;
  expect(output.chunkFileNames({ name: 'mark' })).toBe('_astro/mark.[hash].js');
  expect(output.assetFileNames({ names: ['_...css'] })).toBe('_astro/page.[hash][extname]');
  expect(prerender.build.rolldownOptions.output.assetFileNames({})).toBe('_astro/page.[hash][extname]');
});
