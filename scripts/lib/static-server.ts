import { createServer, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { isSystemError } from '../../src/core/system-error.ts';
import { decodeAddress } from '../../src/core/text/decode-address.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface ServedFolder {
  url: string;
  server: Server;
  /** Bytes of all bodies sent so far. */
  sent(): number;
  /** Files sent so far, by path in the folder; a file appears as often as it was sent. */
  names(): string[];
}

/**
 * Serves a folder like a simple web server with gzip, on a free local port.
 * @param send sends the body of a response and ends it; default at once
 */
export async function serveFolder(
  dir: string,
  send = (response: ServerResponse, body: Uint8Array): unknown => response.end(body),
): Promise<ServedFolder> {
  let sent = 0;
  const names: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = path.normalize(decodeAddress(pathname)).replace(/\/$/u, '/index.html');
    try {
      const bytes = await readFile(path.join(dir, name));
      const type = TYPES[path.extname(name)];
      const headers = { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'max-age=3600' };
      const text = isCompressed(name);
      response.writeHead(200, text ? { ...headers, 'content-encoding': 'gzip' } : headers);
      const body = text ? gzipSync(bytes) : bytes;
      sent += body.length;
      names.push(name.replace(/^\//u, ''));
      await send(response, body);
    } catch (error) {
      const isMissing = isSystemError(error, 'ENOENT', 'ENOTDIR', 'EISDIR');
      if (!isMissing) console.error(error);
      response.writeHead(isMissing ? 404 : 500).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    server,
    sent: () => sent,
    names: () => [...names],
  };
}

/** Whether a web server compresses a file: pictures, fonts and the binary search files are compressed already. */
export function isCompressed(name: string): boolean {
  const type = TYPES[path.extname(name)];
  return type !== undefined && !/image\/webp|font/u.test(type);
}
