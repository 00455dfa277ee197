import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleSchemas, writeFrontMatterSchema } from '../../scripts/lib/schema/write-schemas.ts';
import { PARK_LEVELS } from '../../src/core/schema/register.ts';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { LanguageServer } from '../lib/language-server.ts';

interface Told {
  message: string;
  range: { start: { line: number } };
}

it('are committed as the code writes them', async () => {
  expect(await staleSchemas()).toEqual([]);
});

const lines = (told: Told[]) =>
  told.map(({ message, range }) => `${range.start.line + 1} ${message.split('\n')[0]}`);

/** What a server offers behind a piece of a text. */
async function offered(
  server: LanguageServer,
  file: string,
  languageId: string,
  text: string,
  behind: string,
) {
  const uri = server.open(file, languageId, text);
  const before = text.slice(0, text.indexOf(behind) + behind.length).split('\n');
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
  const right = article(
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

  it('draws red lines, and none where it is right', { timeout: 60_000 }, async () => {
    const told = async (text: string) => {
      const textDocument = { uri: server.open(file(), 'markdown', text) };
      return lines((await server.ask<{ items: Told[] }>('textDocument/diagnostic', { textDocument })).items);
    };
    expect(await told(right)).toEqual([]);
    expect(await told(right.replace('园区要闻', '要问').replace('rights: own', 'right: own')))
      .toMatchInlineSnapshot(`
      [
        "1 Missing property "rights".",
        "7 Property right is not allowed.",
        "3 Value is not accepted. Valid values: "园区要闻", "要闻", "特稿", "双招双引".",
      ]
    `);
    expect(
      await told(right.replace('genre: 消息\n', '').replace('title: 第一篇', `title: ${'长'.repeat(61)}`)),
    ).toMatchInlineSnapshot(`
      [
        "1 Missing property "genre".",
        "2 String is longer than the maximum length of 60.",
      ]
    `);
    expect(await told('---\ntitle: 草稿\nstatus: draft\n---\n\n正文。\n')).toEqual([]);
  });

  it('offers fields and the names of the registers', { timeout: 60_000 }, async () => {
    const at = (text: string, behind: string) => offered(server, file(), 'markdown', text, behind);
    expect(await at(right, 'category: ')).toEqual(['园区要闻', '要闻', '特稿', '双招双引']);
    expect(await at(right, 'park: ')).toContain('甲园');
    expect(await at(right.replace('status: ready', 'status: ready\nsub'), '\nsub')).toContain('subtitle');
  });
});

describe('a YAML file, in the language server of the YAML extension', () => {
  it('draws red lines and offers values', { timeout: 60_000 }, async () => {
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
    const told = async (file: string, text: string) => {
      const said = server.published<Told[]>(file);
      server.open(file, 'yaml', text);
      return lines(await said);
    };
    const text = readFileSync(path.join(root, 'issues/2022-09/issue.yaml'), 'utf8');
    const issue = (month: string) => path.join(root, `issues/2022-${month}/issue.yaml`);
    expect(await told(issue('10'), text)).toEqual([]);
    expect(await told(issue('11'), text.replace('number: 1', 'number: 一'))).toMatchInlineSnapshot(`
      [
        "2 Incorrect type. Expected "integer".",
      ]
    `);
    const park = path.join(root, 'parks/new.yaml');
    expect(await offered(server, park, 'yaml', 'name: 新园\nlevel: ', 'level: ')).toEqual([...PARK_LEVELS]);
    server.stop();
  });
});
