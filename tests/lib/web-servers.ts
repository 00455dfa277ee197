import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { freePort } from './command.ts';
import { requirePackages } from './debian-package.ts';
import { temporaryFolder } from './temporary-folders.ts';

/** The real web servers of Debian, each with a configuration that the test gives. */
export class WebServers {
  readonly #children = new Map<string, ChildProcess>();

  /** Installs them where they are missing. */
  static require(): void {
    requirePackages('nginx', 'libnginx-mod-http-brotli-static', 'caddy');
  }

  /**
   * @param included configuration that the `server` block includes
   * @param own further lines of the block
   * @returns the origin
   */
  async nginx(included: string, own = 'brotli_static on;'): Promise<string> {
    const port = await freePort();
    const dir = temporaryFolder();
    const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const temporary = kinds.map((name) => `${name}_temp_path ${dir}/${name};`).join(' ');
    await writeFile(path.join(dir, 'site.conf'), included);
    await writeFile(
      path.join(dir, 'nginx.conf'),
      `daemon off; pid ${dir}/pid; error_log ${dir}/error.log; worker_processes 1;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events {}
http {
  access_log off; ${temporary}
  server { listen 127.0.0.1:${port}; ${own} include ${dir}/site.conf; }
}`,
    );
    return this.#start('nginx', ['-c', path.join(dir, 'nginx.conf')], port);
  }

  /** @param imported configuration that the site block imports */
  async caddy(imported: string): Promise<string> {
    const port = await freePort();
    const dir = temporaryFolder();
    const file = path.join(dir, 'Caddyfile');
    await writeFile(path.join(dir, 'site'), imported);
    await writeFile(file, `{\nadmin off\nauto_https off\n}\nhttp://:${port} {\nimport ${dir}/site\n}\n`);
    return this.#start('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], port);
  }

  /** Resident memory of a server with its workers. */
  residentBytes(origin: string): number {
    return residentBytes(this.#children.get(origin)?.pid);
  }

  stop(): void {
    for (const child of this.#children.values()) child.kill();
  }

  /** Starts a server in the foreground and waits until it answers. */
  async #start(command: string, args: string[], port: number): Promise<string> {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
    const origin = `http://127.0.0.1:${port}`;
    this.#children.set(origin, child);
    for (let waited = 0; waited < 100; waited += 1) {
      if (await fetch(origin).catch(() => undefined)) return origin;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${command} does not answer: ${said}`);
  }
}

/** Resident memory of a process with its children. */
export function residentBytes(pid: number | undefined): number {
  const kilobytes = (each: string) =>
    Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return [String(pid), ...children.filter(Boolean)].reduce((sum, each) => sum + kilobytes(each), 0) * 1024;
}

/** Asks for a path as it is written: other clients would resolve `..`. */
export function askRaw(origin: string, target: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (piece: Buffer) => (text += piece));
    socket.on('error', reject);
    socket.on('end', () => {
      const [head = '', ...body] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), body: body.join('\r\n\r\n') });
    });
  });
}
