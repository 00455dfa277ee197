import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { requirePackages } from './debian-package.ts';

/** A tab of Firefox, driven over WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/ */
export interface FirefoxPage {
  /** Opens an address and waits until the page has loaded. */
  goto(url: string): Promise<void>;
  /** Calls a function in the page. Argument and result pass as JSON. */
  evaluate<Argument, Result>(
    called: (argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>>;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** Starts Debian's Firefox ESR without windows, with a profile of its own. */
export async function openFirefox(): Promise<{ page: FirefoxPage; close(): Promise<void> }> {
  requirePackages('firefox-esr');
  const profile = await mkdtemp(path.join(os.tmpdir(), 'bulletin-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn('firefox-esr', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const session = await connect(`${await address(child)}/session`);
  await session.send('session.new', { capabilities: {} });
  const { contexts } = await session.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context;
  return {
    page: {
      async goto(url) {
        await session.send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      async evaluate(called, argument) {
        const { type, result, exceptionDetails } = await session.send<Evaluated>('script.evaluate', {
          expression: `(async () => JSON.stringify(await (${called})(${JSON.stringify(argument)})))()`,
          target: { context },
          awaitPromise: true,
        });
        if (type === 'exception') throw new Error(exceptionDetails?.text);
        return JSON.parse(result?.value ?? 'null');
      },
    },
    async close() {
      session.close();
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** The address that Firefox prints once it listens. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.on('close', () => reject(new Error(`Firefox did not start:\n${printed}`)));
    child.stderr?.on('data', (text) => {
      printed += text;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/u.exec(printed)?.[1];
      if (found) resolve(found);
    });
  });
}

/** Opens a connection on which each command waits for its answer. */
async function connect(url: string) {
  const socket = new WebSocket(url);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, message } = JSON.parse(String(data));
    const request = waiting.get(id);
    waiting.delete(id);
    if (type === 'error') request?.reject(new Error(message));
    else request?.resolve(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Firefox does not answer at ${url}`)));
  });
  return {
    send<Result>(method: string, params: object): Promise<Result> {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise<Result>((resolve, reject) =>
        waiting.set(id, { resolve: (value) => resolve(value as Result), reject }),
      );
    },
    close: () => socket.close(),
  };
}
