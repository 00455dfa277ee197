import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleSchemas, writeFrontMatterSchema } from '../../scripts/lib/schema/write-schemas.ts';
import { PARK_LEVELS } from '../../src/core/schema/register-entries.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { LanguageServer } from '../lib/language-server.ts';

interface Message {
  message: string;
  range: { start: { line: number } };
}

it('the committed schemas are up to date', async () => {
  expect(await staleSchemas()).toEqual([]);
});

const lines = (messages: Message[]) =>
  messages.map(({ message, range }) => `${range.start.line + 1} ${message.split('\n')[0]}`);

/** The completions of a server after a part of a text. */
async function completions(
  server: LanguageServer,
  file: string,
  languageId: string,
  text: string,
  after: string,
) {
  const uri = server.open(file, languageId, text);
  const before = text.slice(0, text.indexOf(after) + after.length).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const answer = await server.ask<{ items: { label: string }[] }>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return answer.items.map(({ label }) => label);
}

describe('the front matter of an article, in the language server of the Astro extension', () => {
  let server: LanguageServer;
  let root: string;
  const file = () => path.join(root, 'issues/2022-09/first.md');
  const valid = article(
    '第一篇',
    'topics: [营商环境]\ncounty: 丙县\nfacts: [{ label: 开工, value: 12, unit: 个, quote: 开工项目12个 }]\n',
  );
  beforeAll(async () => {
    root = await writeFiles(bulletinFiles());
    await writeFrontMatterSchema(root, root);
    const options = {
      typescript: { tsdk: path.resolve('node_modules/typescript/lib') },
      contentIntellisense: true,
    };
    server = await LanguageServer.start('astro-ls', root, options, {});
  }, 60_000);
  afterAll(() => server.stop());

  it('marks errors, and nothing in a valid file', { timeout: 60_000 }, async () => {
    const messagesFor = async (text: string) => {
      const textDocument = { uri: server.open(file(), 'markdown', text) };
      return lines(
        (await server.ask<{ items: Message[] }>('textDocument/diagnostic', { textDocument })).items,
      );
    };
    expect(await messagesFor(valid)).toEqual([]);
    expect(await messagesFor(valid.replace('园区要闻', '要问').replace('rights: own', 'right: own')))
      .toMatchInlineSnapshot(`
      [
        "1 Missing property "rights".",
        "7 Property right is not allowed.",
        "3 Value is not accepted. Valid values: "园区要闻", "要闻", "特稿", "双招双引".",
      ]
    `);
    expect(
      await messagesFor(
        valid.replace('genre: 消息\n', '').replace('title: 第一篇', `title: ${'长'.repeat(61)}`),
      ),
    ).toMatchInlineSnapshot(`
      [
        "1 Missing property "genre".",
        "2 String is longer than the maximum length of 60.",
      ]
    `);
    expect(await messagesFor('---\ntitle: 草稿\nstatus: draft\n---\n\n正文。\n')).toEqual([]);
  });

  it('completes fields and names from the registers', { timeout: 60_000 }, async () => {
    const at = (text: string, after: string) => completions(server, file(), 'markdown', text, after);
    expect(await at(valid, 'category: ')).toEqual(['园区要闻', '要闻', '特稿', '双招双引']);
    expect(await at(valid, 'park: ')).toContain('甲园');
    expect(await at(valid.replace('status: ready', 'status: ready\nsub'), '\nsub')).toContain('subtitle');
  });
});

describe('a YAML file, in the language server of the YAML extension', () => {
  it('marks errors and completes values', { timeout: 60_000 }, async () => {
    const root = await writeFiles(bulletinFiles());
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Record<string, unknown>;
    const schemas = Object.fromEntries(
      Object.entries(settings['yaml.schemas'] as Record<string, string | string[]>).map(([schema, files]) => [
        pathToFileURL(path.resolve(schema)).href,
        files,
      ]),
    );
    const server = await LanguageServer.start(
      'yaml-language-server',
      root,
      {},
      {
        yaml: { schemas, validate: true, completion: true, schemaStore: { enable: false } },
      },
    );
    const messagesFor = async (file: string, text: string) => {
      const published = server.published<Message[]>(file);
      server.open(file, 'yaml', text);
      return lines(await published);
    };
    const text = readFileSync(path.join(root, 'issues/2022-09/issue.yaml'), 'utf8');
    const issue = (month: string) => path.join(root, `issues/2022-${month}/issue.yaml`);
    expect(await messagesFor(issue('10'), text)).toEqual([]);
    expect(await messagesFor(issue('11'), text.replace('number: 1', 'number: 一'))).toMatchInlineSnapshot(`
      [
        "2 Incorrect type. Expected "integer".",
      ]
    `);
    const park = path.join(root, 'parks/new.yaml');
    expect(await completions(server, park, 'yaml', 'name: 新园\nlevel: ', 'level: ')).toEqual([
      ...PARK_LEVELS,
    ]);
    server.stop();
  });
});
