import { expect, it } from 'vitest';
import { buildTargets } from '../../src/engine/oldest-browsers.ts';
import { lacksOfCss } from '../lib/css-support.ts';
import { lacksOfScripts } from '../lib/script-support.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const features = (css: string) => lacksOfCss(css).map(({ feature }) => feature);

it('the build translates for the browsers of package.json', () => {
  expect(buildTargets()).toEqual(['chrome86', 'edge86', 'firefox79', 'safari14', 'ios14']);
});

it.each([
  ['a{inset:0}', 'css.properties.inset'],
  ['a{height:50dvh}', 'css.types.length.viewport_percentage_units_dynamic'],
  ['a{color:color-mix(in srgb,red,blue)}', 'css.types.color.color-mix'],
  ['a:has(b){color:red}', 'css.selectors.has'],
  [':is(a,b) c{color:red}', 'css.selectors.is'],
  ['a:not(.b,.c){color:red}', 'css.selectors.not.selector_list'],
  ['@media (width < 40em){a{color:red}}', 'css.at-rules.media.range_syntax'],
  ['@layer a{b{color:red}}', 'css.at-rules.layer'],
  ['a{b{color:red}}', 'css.selectors.nesting'],
  ['a{text-wrap:balance}', 'css.properties.text-wrap'],
])('finds in %s what old browsers lack', (css, feature) => {
  expect(features(css)).toContain(feature);
});

it('lets pass what has a fallback, or is asked for', () => {
  expect(features('a{height:50vh;height:50dvh}')).toEqual([]);
  expect(features('@supports (inset:0){a{inset:0}}')).toEqual([]);
  expect(features(':-webkit-any(a,b) c{color:red}:is(a,b) c{color:red}')).toEqual([]);
  expect(features('a{display:grid;gap:1em;margin:calc(1em + 2px)}')).toEqual([]);
});

it('finds in scripts what old browsers lack, by its type', async () => {
  const dir = await writeFiles({
    'own.ts': 'export const own = { at: (x: number) => x, size: 1 };\n',
    'page.ts': `import { own } from './own.ts';
own.at(own.size);
[3].toSorted();
new URLSearchParams('').size;
structuredClone(1);
document.querySelector('a:is(b, c)');
/(?<=a)b/u.test('');
`,
  });
  expect(lacksOfScripts([`${dir}/page.ts`]).map(({ feature }) => feature)).toEqual([
    'javascript.builtins.Array.toSorted',
    'api.URLSearchParams.size',
    'api.structuredClone',
    'css.selectors.is',
    'javascript.regular_expressions.lookbehind_assertion',
  ]);
}, 60_000);
