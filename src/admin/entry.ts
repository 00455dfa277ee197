import './zod-setting.ts';
import { type FormFile, NAMES, namesOf, readFormFile, TEXT_BEFORE, writeFormFile } from './form-file.ts';
import type { FormSetup } from './cms-config.ts';
import { CONFLICT_STYLE, showConflicts } from './conflict-dialog.ts';
import { FolderGuard } from './folder-guard.ts';
import { markPictures } from './picture-mark.ts';
import { guardHtml } from './trusted-html.ts';

const styles = new Set<string>();

/** The part of Sveltia's JavaScript API that the form uses; see its documentation. */
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

/** Starts the form with the setup embedded in the page. */
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

/** Returns an article's issue from its path: no file states it. */
function issueOf(path: string): { issue?: string } {
  const issue = /(?:^|\/)issues\/([^/]+)\/[^/]+\.mdx?$/u.exec(path)?.[1];
  return issue === undefined ? {} : { issue };
}

/** Adds a park's names before it is saved, so that it can be chosen immediately. */
function withNames(entry: EntryMap): EntryMap | undefined {
  if (entry.get('collection') !== 'parks') return undefined;
  const [name, shortName] = ['name', 'shortName'].map((key) => entry.getIn(['data', key]));
  return entry.setIn(['data', NAMES], namesOf({ name, shortName })[NAMES]);
}

/** Adds a component's styles once, as a constructed style sheet: the page's policy blocks inline ones. */
function addFormStyle({ hash, code }: { hash: string; code: string }): void {
  if (styles.has(hash)) return;
  styles.add(hash);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(code);
  document.adoptedStyleSheets.push(sheet);
}

/** Makes Sveltia use Chinese: it follows the browser's language, and would offer that one otherwise. */
function speakChinese(): void {
  Object.defineProperties(navigator, { language: { value: 'zh-CN' }, languages: { value: ['zh-CN'] } });
}

await start();
