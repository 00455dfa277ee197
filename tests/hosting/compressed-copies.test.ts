import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeCompressedCopies } from '../../scripts/lib/hosting/compressed-copies.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { digestsOf } from '../lib/site-files.ts';

const PAGE = `<!doctype html><title>甲园</title>${'<p>甲园今年前八个月开工项目12个。'.repeat(60)}`;
const SITE = {
  'index.html': PAGE,
  'small.html': '<!doctype html>',
  'pictures/a.webp': PAGE,
  _headers: PAGE,
};

it('text files get copies that hold the same; they come from the cache the second time', async () => {
  const cache = path.join(await writeFiles({}), 'cache');
  const copiesOf = async () => {
    const site = await writeFiles(SITE);
    await writeCompressedCopies(site, Object.keys(SITE), cache);
    return site;
  };
  const first = await copiesOf();
  expect(readdirSync(first).filter((name) => name.startsWith('index'))).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
  ]);
  expect(String(brotliDecompressSync(readFileSync(path.join(first, 'index.html.br'))))).toBe(PAGE);
  expect(String(gunzipSync(readFileSync(path.join(first, 'index.html.gz'))))).toBe(PAGE);
  expect(readdirSync(first).filter((name) => /^(?:small|_)|webp/u.test(name))).toEqual([
    '_headers',
    'small.html',
  ]);
  const stored = readdirSync(cache).map((name) => [name, statSync(path.join(cache, name)).ino]);
  const second = await copiesOf();
  expect(await digestsOf(second)).toEqual(await digestsOf(first));
  expect(readdirSync(cache).map((name) => [name, statSync(path.join(cache, name)).ino])).toEqual(stored);
});
