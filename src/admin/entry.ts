import './zod-setting.ts';
import { type FormFile, NAMES, namesOf, readFormFile, TEXT_BEFORE, writeFormFile } from './form-file.ts';
import type { FormSetup } from './cms-config.ts';
import { CONFLICT_STYLE, showConflicts } from './conflict-dialog.ts';
import { FolderGuard } from './folder-guard.ts';
import { markPictures } from './picture-mark.ts';
import { guardHtml } from './trusted-html.ts';

const styles = new Set<string>();

/** What the form needs of Sveltia CMS; see its documentation of the JavaScript API. */
interface Cms {
  init(options: { config: object }): Promise<void>;
  registerCustomFormat(
    name: string,
    extension: string,
    methods: {
      fromFile(text: string, path: string): object;
      toFile(content: Record<string, unknown>): string;
    },
  ): void;
  registerEventListener(listener: {
    name: 'preSave';
    handler(event: { entry: EntryMap }): EntryMap | undefined;
  }): void;
}

/** An Immutable Map of an entry. */
interface EntryMap {
  get(key: string): unknown;
  getIn(path: string[]): unknown;
  setIn(path: string[], value: unknown): EntryMap;
}

/** Starts the form with what the page says of the bulletin. */
async function start(): Promise<void> {
  const { config, formats, folder } = JSON.parse(
    document.querySelector('#form-setup')?.textContent ?? '',
  ) as FormSetup;
  speakChinese();
  guardHtml();
  markPictures();
  // Read by changedSveltia (sveltia-plugin.ts).
  const formGuard = new FolderGuard(TEXT_BEFORE, showConflicts);
  Object.assign(globalThis, { formFolder: folder, addFormStyle, formGuard });
  addFormStyle(CONFLICT_STYLE);
  const { default: cms } = (await import('@sveltia/cms')) as unknown as { default: Cms };
  for (const [name, { extension, ...file }] of Object.entries(formats)) {
    cms.registerCustomFormat(name, extension, {
      fromFile: (text, path) => ({ ...readFormFile(file as FormFile, text), ...issueOf(path) }),
      toFile: (content) => {
        const text = writeFormFile(file as FormFile, content);
        formGuard.written(text, content);
        return text;
      },
    });
  }
  cms.registerEventListener({ name: 'preSave', handler: ({ entry }) => withNames(entry) });
  await cms.init({ config });
}

/** The issue that an article's folder names: it stands in no file. */
function issueOf(path: string): { issue?: string } {
  const issue = /(?:^|\/)issues\/([^/]+)\/[^/]+\.mdx?$/u.exec(path)?.[1];
  return issue === undefined ? {} : { issue };
}

/** A park just saved can be chosen at once. */
function withNames(entry: EntryMap): EntryMap | undefined {
  if (entry.get('collection') !== 'parks') return undefined;
  const [name, shortName] = ['name', 'shortName'].map((key) => entry.getIn(['data', key]));
  return entry.setIn(['data', NAMES], namesOf({ name, shortName })[NAMES]);
}

/** Adds the styles of a part of Sveltia once, in a way that needs no leave for inline styles. */
function addFormStyle({ hash, code }: { hash: string; code: string }): void {
  if (styles.has(hash)) return;
  styles.add(hash);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(code);
  document.adoptedStyleSheets.push(sheet);
}

/** Sveltia speaks the browser's language, and would offer another one to whoever has set Chinese only here. */
function speakChinese(): void {
  Object.defineProperties(navigator, { language: { value: 'zh-CN' }, languages: { value: ['zh-CN'] } });
}

await start();
