import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

/** A language server, started as a code editor does and used over its standard streams. */
export class LanguageServer {
  readonly #child;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #published = new Map<string, (diagnostics: unknown) => void>();
  readonly #settings: Record<string, unknown>;
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(command: string, settings: Record<string, unknown>) {
    this.#settings = settings;
    this.#child = spawn(path.resolve('node_modules/.bin', command), ['--stdio']);
    this.#child.stdout.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  /**
   * @param root the workspace folder
   * @param options the server's own initialization options
   * @param settings the settings that it may request, by section
   */
  static async start(command: string, root: string, options: unknown, settings: Record<string, unknown>) {
    const server = new LanguageServer(command, settings);
    const rootUri = pathToFileURL(root).href;
    await server.ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bulletin' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          diagnostic: {},
          completion: { completionItem: { documentationFormat: ['markdown'] } },
        },
      },
      initializationOptions: options,
    });
    server.#send({ method: 'initialized', params: {} });
    return server;
  }

  /** Opens a file with a text that may differ from the one on disk. */
  open(file: string, languageId: string, text: string): string {
    const uri = pathToFileURL(file).href;
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId, version: 1, text } },
    });
    return uri;
  }

  ask<T>(method: string, params: unknown): Promise<T> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#send({ id, method, params });
    return new Promise((resolve) => {
      this.#answers.set(id, resolve as (result: unknown) => void);
    });
  }

  /** The next diagnostics that the server publishes for a file. */
  published<T>(file: string): Promise<T> {
    return new Promise((resolve) => {
      this.#published.set(pathToFileURL(file).href, resolve as (diagnostics: unknown) => void);
    });
  }

  stop(): void {
    this.#child.kill();
  }

  #send(message: Message): void {
    const json = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/u.exec(this.#received.toString('utf8', 0, head))?.[1]);
      if (head < 0 || this.#received.length < head + 4 + length) return;
      const message = JSON.parse(this.#received.toString('utf8', head + 4, head + 4 + length)) as Message;
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result }: Message): void {
    if (id !== undefined && method === undefined) this.#answers.get(id)?.(result);
    else if (id !== undefined && method === 'workspace/configuration') {
      const { items } = params as { items: { section: string }[] };
      this.#send({ id, result: items.map(({ section }) => this.#settings[section] ?? null) });
    } else if (id !== undefined) this.#send({ id, result: null });
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: unknown };
      this.#published.get(uri)?.(diagnostics);
    }
  }
}
