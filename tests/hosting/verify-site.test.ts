import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connectionProblem } from '../../scripts/lib/hosting/connection-problem.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { freePort } from '../lib/command.ts';
import { runHere } from '../lib/run-here.ts';

/* `npm run verify-site` against servers that are not as they should be. */

const DIGEST = { bytes: 6, sha256: 'ab', md5: 'c==' };
const MANIFEST = {
  version: 1,
  host: 'nginx',
  base: '/',
  files: { 'index.html': DIGEST, '404.html': DIGEST },
  redirects: [{ from: '/old/', to: '/new/' }],
};

async function verify(origin: string, manifest: unknown = MANIFEST) {
  const folder = await writeFiles({ 'manifest.json': JSON.stringify(manifest) });
  const { code, stdout, stderr } = await runHere('verify-site', [
    origin,
    '--manifest',
    path.join(folder, 'manifest.json'),
  ]);
  const plain = (text: string) => text.replaceAll(origin, 'ORIGIN').replaceAll(folder, 'FOLDER');
  return { code, said: plain(stdout + stderr) };
}

async function serverOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('a redirect in a circle is reported, not followed', async () => {
  const origin = await serverOf((request, response) =>
    response.writeHead(302, { location: request.url }).end(),
  );
  expect(await verify(origin)).toEqual({
    code: 1,
    said: `/：应当回答 200，回答的是 302，转到 /
/404.html：应当回答 200，回答的是 302，转到 /404.html
/no-such-page-a8f3/：应当回答 404，回答的是 302，转到 /no-such-page-a8f3/
/old/：应当转向 /new/（301），回答的是 302

4 处和生成的不一样。改法：缺的、旧的再传一次；响应头、压缩不对的，看手册里这一家怎么设。
`,
  });
});

it('one page for every address is reported, also for what does not exist', async () => {
  const origin = await serverOf((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('login'),
  );
  const { code, said } = await verify(origin);
  expect(code).toBe(1);
  expect(said).toContain('/：内容和生成的不一样（应有 6 字节，收到 5 字节）\n');
  expect(said).toContain('/no-such-page-a8f3/：应当回答 404，回答的是 200\n');
});

it.each([
  ['breaks off', '传到一半断了', '再运行一次；还是断，看看服务器的日志'],
  ['sends no end', '传来的比应有的多得多', '看看这个网址是不是别的网站'],
])('a server that %s is one message', async (how, problem, fix) => {
  const origin = await serverOf((_, response) => {
    response.writeHead(200, { 'content-length': '100000000' });
    if (how === 'breaks off') response.write('a', () => response.destroy());
    else response.write(Buffer.alloc(6_000_000));
  });
  expect(await verify(origin)).toEqual({
    code: 1,
    said: `ORIGIN/ ${problem}\n  改法：${fix}\n`,
  });
});

it('no server is one message', async () => {
  expect(await verify(`http://127.0.0.1:${await freePort()}`)).toEqual({
    code: 1,
    said: 'ORIGIN/ 连不上：那里没有服务器在听\n  改法：看看服务器开着没有，端口对不对\n',
  });
});

it.each([[{ ...MANIFEST, version: 2 }], [{ ...MANIFEST, host: 'toString' }], [null], ['text']])(
  '%j is no manifest',
  async (manifest) => {
    expect(await verify('http://127.0.0.1:9', manifest)).toEqual({
      code: 1,
      said: 'FOLDER/manifest.json 不是这一版程序写的清单\n  改法：用 npm run build -- --host 再生成一次，写明放到哪一家\n',
    });
  },
);

it('certificates and silence are explained; what is not known is named', () => {
  const problemOf = (code: string) => connectionProblem(Object.assign(new Error('x'), { code }))[0];
  expect(
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'SILENT', 'EPROTO', 'EODD'].map(problemOf),
  ).toEqual([
    '证书是自签的，浏览器不信',
    '证书过期了',
    '十秒没有回答',
    '那里说的不是 https',
    '没有回答（EODD）',
  ]);
});
