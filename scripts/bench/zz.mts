import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { buildSite } from './search/build-site.ts';
import { makeBulletin, writeMadeBulletin } from './lib/made-bulletin.ts';
const n = Number(process.argv[2]);
const dir = `/tmp/s4site${n}`;
await mkdir(dir, { recursive: true });
await writeMadeBulletin(path.join(dir, 'content'), await makeBulletin(n, 8));
buildSite(path.join(dir, 'content'), path.join(dir, 'site'));
