import { hash } from 'node:crypto';
import pLimit from 'p-limit';
import { addressOf, fileRule } from '../../../src/hosting/file-rules.ts';
import { type Host, HOSTS, type HostName, redirectsWithin } from '../../../src/hosting/hosts.ts';
import type { FileDigests, Manifest } from '../../../src/hosting/manifest.ts';
import { CommandError } from '../command-error.ts';
import { connectionProblem } from './connection-problem.ts';
import { type Answer, decoded, HttpClient } from './http-get.ts';

/** Number of parallel requests. */
const CONNECTIONS = 8;
/** Servers need not compress smaller files. */
const MIN_COMPRESSED_BYTES = 1024;
/** Bytes that an answer may have beyond what it should have: other pages are compared too. */
const MAX_SURPLUS = 5_000_000;
/** An address that no site has. */
const NO_PAGE = 'no-such-page-a8f3/';

/** Something on the published site that is not as the build made it. */
export interface SiteFinding {
  address: string;
  /** In Chinese. */
  problem: string;
}

/**
 * Compares a published site with what the build made: every file with its type, headers and compression, every
 * former address, and the answer to an unknown address.
 * @param url its home page, with the last slash
 * @throws CommandError if no server answers there
 */
export async function verifySite(url: string, manifest: Manifest): Promise<SiteFinding[]> {
  const host: Host = HOSTS[manifest.host as HostName];
  const client = new HttpClient();
  const limit = pLimit(CONNECTIONS);
  const findings: SiteFinding[] = [];
  const { origin } = new URL(url);
  /** Requests an address and reports the problem that `check` returns. */
  const ask = (
    address: string,
    encodings: string,
    check: (answer: Answer) => Promise<string[]> | string[],
    bytes = 0,
  ) =>
    limit(async () => {
      try {
        const problems = await check(await client.get(origin + address, encodings, bytes + MAX_SURPLUS));
        findings.push(...problems.map((problem) => ({ address, problem })));
      } catch (error) {
        findings.push({ address, problem: connectionProblem(error)[0] });
      }
    });
  try {
    await requireServer(client, url);
    const moved = redirectsWithin(host, host.redirects === 'own' ? manifest.redirects : []);
    const former = new Set(moved.map(({ from }) => from));
    const files = Object.entries(manifest.files)
      .map(([file, digests]) => ({ file, digests, address: encodeURI(addressOf(file, manifest.base)) }))
      .filter(({ address }) => !former.has(address));
    await Promise.all([
      ...files.flatMap(({ file, digests, address }) => [
        ask(
          address,
          'identity',
          (answer) => [
            ...contentProblems(answer, answer.body, 200, digests),
            ...(answer.status === 200 ? headerProblems(file, answer, host) : []),
          ],
          digests.bytes,
        ),
        ...(fileRule(file).isCompressible && digests.bytes >= MIN_COMPRESSED_BYTES
          ? [ask(address, 'br, gzip', (answer) => compressionProblems(answer, digests), digests.bytes)]
          : []),
      ]),
      ...moved.map(({ from, to }) => ask(from, 'identity', (answer) => redirectProblems(answer, from, to))),
      ask(`${manifest.base}${NO_PAGE}`, 'identity', (answer) =>
        contentProblems(answer, answer.body, 404, manifest.files['404.html']),
      ),
    ]);
  } finally {
    client.close();
  }
  return findings.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** Asks for the home page once, so that a missing server is one message and not hundreds. */
async function requireServer(client: HttpClient, url: string): Promise<void> {
  try {
    await client.get(url, 'identity', MAX_SURPLUS);
  } catch (error) {
    const [problem, fix] = connectionProblem(error);
    throw new CommandError(`${url} ${problem}`, fix);
  }
}

function contentProblems(
  { status, headers }: Answer,
  body: Buffer,
  expected: number,
  digests: FileDigests | undefined,
): string[] {
  const target = headers.location === undefined ? '' : `，转到 ${headers.location}`;
  if (status !== expected) return [`应当回答 ${expected}，回答的是 ${status}${target}`];
  if (digests === undefined || hash('sha256', body) === digests.sha256) return [];
  return [`内容和生成的不一样（应有 ${digests.bytes} 字节，收到 ${body.length} 字节）`];
}

function headerProblems(file: string, { headers }: Answer, host: Host): string[] {
  const rule = fileRule(file);
  const wrong = (name: string, expected: string) =>
    `${name} 应当是“${expected}”，${headers[name.toLowerCase()] === undefined ? '没有' : `现在是“${headers[name.toLowerCase()]}”`}`;
  const problems: string[] = [];
  if (!isSameType(headers['content-type'], rule.contentType))
    problems.push(wrong('Content-Type', rule.contentType));
  for (const [name, value] of Object.entries(rule.headers)) {
    const isCache = name === 'Cache-Control';
    if (host.headers === 'none' || (host.headers === 'cache' && !isCache)) continue;
    const sent = String(headers[name.toLowerCase()] ?? '');
    if (!(isCache ? isSameCache(sent, value) : hasValue(sent, value))) problems.push(wrong(name, value));
  }
  return problems;
}

/** Whether media type and, for text, character set are the same; `application/xml` may also be `text/xml`. */
function isSameType(sent: string | undefined, expected: string): boolean {
  const plain = (type: string) =>
    type
      .toLowerCase()
      .replaceAll(/[\s"]/gu, '')
      .replace(/^text\/xml/u, 'application/xml')
      .replace(/^application\/javascript/u, 'text/javascript')
      .replace(/^image\/x-icon/u, 'image/vnd.microsoft.icon');
  const [type, charset] = plain(sent ?? '').split(';');
  const [wanted, wantedCharset] = plain(expected).split(';');
  return type === wanted && (wantedCharset === undefined || charset === wantedCharset);
}

/** Whether two cache rules mean the same: a host may say `max-age=0` for `no-cache`. */
function isSameCache(sent: string, expected: string): boolean {
  const parts = (text: string) => new Set(text.toLowerCase().split(/\s*,\s*/u));
  const has = parts(sent);
  if (expected === 'no-cache') return has.has('no-cache') || has.has('max-age=0');
  return [...parts(expected)].every((part) => has.has(part));
}

/** Whether a header has a value, alone or as one of several: browsers enforce each policy of several. */
function hasValue(sent: string, expected: string): boolean {
  return sent.split(/\s*,\s*/u).includes(expected);
}

async function compressionProblems(answer: Answer, digests: FileDigests): Promise<string[]> {
  if (answer.status !== 200) return [];
  const encoding = answer.headers['content-encoding'];
  if (encoding !== 'br' && encoding !== 'gzip') return ['没有压缩（浏览器说了能收 br、gzip）'];
  const body = await decoded(answer).catch(() => undefined);
  if (body === undefined) return [`压缩坏了：说是 ${encoding}，解不开`];
  return contentProblems(answer, body, 200, digests);
}

function redirectProblems({ status, headers }: Answer, from: string, to: string): string[] {
  if (status !== 301 && status !== 308) return [`应当转向 ${to}（301），回答的是 ${status}`];
  const target = new URL(headers.location ?? '', `http://site${from}`).pathname;
  return target === to ? [] : [`应当转向 ${to}，转到了 ${headers.location}`];
}
