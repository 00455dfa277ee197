import http from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

/** Milliseconds without a byte, and in all, after which a request has failed: a slow line is not a broken one. */
const MAX_SILENCE_MS = 10_000;
const MAX_TIME_MS = 120_000;

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** As sent. */
  body: Buffer;
}

/** Sends GET requests over a few connections that stay open. Follows no redirects and decodes nothing. */
export class HttpClient {
  readonly #agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  };

  /**
   * @param maxBytes of the body as sent
   * @throws an error whose `code` `connectionProblem()` explains
   */
  get(address: string, encodings = 'identity', maxBytes = Infinity): Promise<Answer> {
    const protocol = address.startsWith('https:') ? 'https:' : 'http:';
    const { get } = protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const request = get(
        address,
        { agent: this.#agents[protocol], timeout: MAX_SILENCE_MS, headers: { 'accept-encoding': encodings } },
        (response) => {
          const pieces: Buffer[] = [];
          let length = 0;
          response.on('data', (piece: Buffer) => {
            pieces.push(piece);
            length += piece.length;
            if (length > maxBytes) stop('TOO_LARGE');
          });
          response.on('error', fail);
          response.on('end', () => {
            clearTimeout(timer);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(pieces),
            });
          });
        },
      );
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      const stop = (code: string) => request.destroy(Object.assign(new Error(code), { code }));
      const timer = setTimeout(() => stop('TOO_LATE'), MAX_TIME_MS);
      request.on('timeout', () => stop('SILENT'));
      request.on('error', fail);
    });
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}

/** The body of an answer, decompressed. @throws if it is not what its header says */
export async function decoded({ headers, body }: Answer): Promise<Buffer> {
  switch (headers['content-encoding']) {
    case 'br':
      return promisify(brotliDecompress)(body);
    case 'gzip':
      return promisify(gunzip)(body);
    default:
      return body;
  }
}
