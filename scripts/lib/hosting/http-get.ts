import http from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

/** Milliseconds without a byte after which a request has failed. */
const MAX_SILENCE = 20_000;

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

  get(address: string, encodings = 'identity'): Promise<Answer> {
    const protocol = address.startsWith('https:') ? 'https:' : 'http:';
    const { get } = protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const request = get(
        address,
        { agent: this.#agents[protocol], timeout: MAX_SILENCE, headers: { 'accept-encoding': encodings } },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(pieces),
            }),
          );
        },
      );
      request.on('timeout', () => request.destroy(new Error('no answer')));
      request.on('error', reject);
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
