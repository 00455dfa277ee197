import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { CaptionedPicture } from '#core/content.ts';
import { type Diagnostic, maskDiagnostics, sortDiagnostics } from '#core/diagnostic.ts';
import { controlCharacter, escapeControls } from '#core/text/control-character.ts';
import { personalNumbers } from '#core/text/personal-number.ts';
import { type Path, parseYaml } from '#core/yaml-source.ts';
import { composedTwins, FileFinder } from './file-finder.ts';
import { listFiles, readText } from './files-fs.ts';
import { type MarkdownFile, splitFrontMatter } from './split-front-matter.ts';
import { queuePicture } from './build-context.ts';
import type { PictureFinder } from './issue-reader.ts';
import { noteFindings, type PictureNote } from './picture-notes.ts';
import {
  NUMBER_NAMES,
  withoutNumber,
  type NumberAt,
  numberFindings,
  numbersInFrontMatter,
  numbersInLines,
  numbersInYaml,
} from './personal-numbers.ts';
import { type PictureResult, readPicture } from './pictures-fs.ts';
import { type CachedStep, ReadingCache } from './reading-cache-fs.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';

/** A Markdown file of the folder, read. */
export interface MarkdownInput {
  collector: DiagnosticCollector;
  markdown: MarkdownFile;
  /** Absolute path. */
  file: string;
  /** SHA-256 of the bytes. */
  digest: string;
  /** What was made of these bytes before. */
  once: CachedStep;
  /** Takes down the personal numbers that the body prints. */
  noteNumbers(printed: readonly NumberAt[]): void;
}

/** One content folder on disk: reads its files, and keeps what was found wrong with them. */
export class ContentFolder {
  readonly #dir: string;
  readonly #cache: ReadingCache;
  readonly #collectors: DiagnosticCollector[] = [];
  readonly #pictures = new Map<string, Promise<PictureResult>>();
  /** Mobile numbers of public contacts, which may be printed; undefined before the contacts are read. */
  #openNumbers: ReadonlySet<string> | undefined;
  /** Paths inside the folder, with `/`, sorted. */
  readonly files: readonly string[];
  readonly #finder: FileFinder;
  /** Files that others name. */
  readonly #used = new Set<string>();

  private constructor(dir: string, files: readonly string[], cache: ReadingCache) {
    this.#dir = dir;
    this.#cache = cache;
    this.files = files;
    this.#finder = new FileFinder(files);
  }

  static async open(dir: string, cache = ReadingCache.empty()): Promise<ContentFolder> {
    // Vite names files by their real paths, and the pages ask by these names.
    const real = await realpath(dir).catch(() => path.resolve(dir));
    const { files, strays } = await listFiles(real);
    const folder = new ContentFolder(real, files, cache);
    for (const file of files) {
      const problem = nameProblem(file);
      if (problem) folder.collector(file).whole('file-name', ...problem);
    }
    for (const [file, twin] of composedTwins(files)) {
      folder
        .collector(file)
        .whole('file-name', `与 ${twin} 看起来是同一个名字（字母和声调符号的存法不同）`, '改名，留下一个');
    }
    for (const stray of strays) {
      folder.collector(stray).whole('file', '这是一个指向内容文件夹之外的链接', '把文件本身复制进来');
    }
    return folder;
  }

  matching(pattern: RegExp): string[] {
    return this.files.filter((file) => pattern.test(file));
  }

  /** All files below a folder inside this one, `issues/2022-09`. They stand together, as all are sorted. */
  below(folder: string): string[] {
    const first = this.#firstFrom(`${folder}/`);
    return this.files.slice(first, this.#firstFrom(`${folder}/\uFFFF`));
  }

  /** Where in the sorted files a path would stand. */
  #firstFrom(path: string): number {
    let [low, high] = [0, this.files.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.files[middle] ?? '') < path) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  collector(file: string, source?: DiagnosticCollector['source']): DiagnosticCollector {
    const collector = new DiagnosticCollector(file, source);
    this.#collectors.push(collector);
    return collector;
  }

  get failed(): boolean {
    return this.#collectors.some(({ failed }) => failed);
  }

  /** What is wrong with its files; no personal number that stands in them is told again. */
  get diagnostics(): Diagnostic[] {
    const all = this.#collectors.flatMap(({ diagnostics }) => diagnostics);
    return maskDiagnostics(sortDiagnostics(all), this.#openNumbers);
  }

  /** A YAML file; one that is missing reads as empty, unless it is required. */
  async yaml(file: string, required = false): Promise<DiagnosticCollector> {
    if (!this.files.includes(file)) {
      const collector = this.collector(file);
      if (required) collector.whole('file', `缺少文件 ${file}`, '从本项目自带的 content 复制一份再改');
      return collector;
    }
    const text = await readText(path.join(this.#dir, file));
    const source = 'text' in text ? parseYaml(text.text) : undefined;
    const collector = this.collector(file, source);
    collector.add('finding' in text ? [text.finding] : (source?.findings ?? []));
    if (this.#openNumbers) noteYamlNumbers(collector, this.#openNumbers);
    return collector;
  }

  /**
   * From here on personal numbers in YAML files are taken down, those read before among them.
   * @param open mobile numbers of public contacts
   */
  openNumbers(open: ReadonlySet<string>): void {
    this.#openNumbers = open;
    for (const collector of this.#collectors) noteYamlNumbers(collector, open);
  }

  /** A plain text of the folder, with its lines; undefined where there is none, or it cannot be read. */
  async text(name: string): Promise<{ text: string; collector: DiagnosticCollector } | undefined> {
    if (!this.files.includes(name)) return undefined;
    const collector = this.collector(name);
    const read = await readText(path.join(this.#dir, name));
    if ('text' in read) return { text: read.text, collector };
    collector.add([read.finding]);
    return undefined;
  }

  /** A text as it stands in a file, empty where it cannot be read: whoever reads the file says so. */
  async bareText(name: string): Promise<string> {
    const read = await readText(path.join(this.#dir, name));
    return 'text' in read ? read.text : '';
  }

  /** The collector of a file that was read, or a new one. */
  collectorOf(file: string): DiagnosticCollector {
    return this.#collectors.find((collector) => collector.file === file) ?? this.collector(file);
  }

  /** Whether something is wrong with a file, or with one below that folder. */
  isWrong(file: string): boolean {
    return this.#collectors.some(
      (collector) => collector.failed && (collector.file === file || collector.file.startsWith(`${file}/`)),
    );
  }

  /** A Markdown file parted into front matter and body; undefined where its text cannot be read. */
  async markdown(name: string): Promise<MarkdownInput | undefined> {
    const file = path.join(this.#dir, name);
    const text = await readText(file);
    if ('finding' in text) {
      this.collector(name).add([text.finding]);
      return undefined;
    }
    const markdown = splitFrontMatter(text.text);
    const digest = createHash('sha256').update(text.bytes).digest('hex');
    const once = this.#cache.of(digest);
    const collector = this.collector(name, markdown.frontMatter);
    collector.add(await once('front-matter', () => markdown.findings));
    const typed = await once('typed numbers', () => numbersInLines(text.text));
    const values = await once('front matter numbers', () =>
      markdown.frontMatter ? numbersInFrontMatter(markdown.frontMatter) : [],
    );
    const open = this.#openNumbers ?? new Set();
    collector.add(numberFindings(typed, open));
    const head = typed.filter(({ line }) => line < markdown.bodyLine);
    collector.add(
      numberFindings(
        values.filter(({ number }) => head.every((each) => each.number !== number)),
        open,
      ),
    );
    const noteNumbers = (printed: readonly NumberAt[]) => collector.add(numberFindings(printed, open, typed));
    return { collector, markdown, file, digest, once, noteNumbers };
  }

  /** A picture named in a file, relative to it: one of the folder's own files, and no other. */
  picture(file: string, src: string): Promise<PictureResult> {
    const found = this.#finder.find(file, src);
    if ('problem' in found) return Promise.resolve(found);
    this.#used.add(found.file);
    const known = this.#pictures.get(found.file);
    if (known) return known;
    const read = this.#readPicture(path.join(this.#dir, found.file));
    this.#pictures.set(found.file, read);
    return read;
  }

  /** Whether another file names this one. */
  isUsed(file: string): boolean {
    return this.#used.has(file);
  }

  readonly namedFile = (collector: DiagnosticCollector, path: Path, src: string): void => {
    const found = this.#finder.find(collector.file, src);
    if ('file' in found) this.#used.add(found.file);
    else {
      const fix =
        found.problem === '找不到'
          ? '把文件放进这一期的文件夹，名字写得一样（分大小写）；没有就删去这一项'
          : found.fix;
      collector.at(path, 'named-file', `文件“${src}”${found.problem}`, fix);
    }
  };

  async #readPicture(file: string): Promise<PictureResult> {
    const result = await readPicture(file, this.#cache);
    if ('problem' in result) return result;
    queuePicture(result.picture);
    return {
      ...result,
      notes: [...result.notes, ...drawingNotes(result.texts, this.#openNumbers ?? new Set())],
    };
  }

  readonly namedPicture: PictureFinder = async (collector, key, written) => {
    const result = await this.picture(collector.file, written.src);
    if ('problem' in result) {
      collector.at([key, 'src'], 'picture', `图片“${written.src}”${result.problem}`, result.fix);
      return undefined;
    }
    const place = collector.source?.place([key, 'src']);
    collector.add(noteFindings(result.notes, written.src, place ?? { line: 1, column: 1 }));
    const { picture } = result;
    const { alt, caption, credit } = written;
    return {
      picture,
      alt,
      ...(caption && { caption }),
      ...(credit && { credit }),
    } satisfies CaptionedPicture;
  };
}

/** `check.yaml` is printed nowhere; the front matter of Markdown files is looked through with their text. */
function noteYamlNumbers(collector: DiagnosticCollector, open: ReadonlySet<string>): void {
  if (!collector.source || collector.file === 'check.yaml' || !/\.ya?ml$/u.test(collector.file)) return;
  collector.add(numberFindings(numbersInYaml(collector.source, collector.file), open));
}

/** Names of articles, pages, parks and issues are their addresses. */
function nameProblem(file: string): [problem: string, fix: string] | undefined {
  const shown = escapeControls(file);
  if (shown !== file) {
    const problem = `文件名“${path.posix.basename(shown)}”里有看不见的控制字符`;
    return [problem, '改名，只用看得见的字'];
  }
  if (!/\.(?:mdx?|ya?ml)$/u.test(file)) return undefined;
  const [number] = personalNumbers(file, new Set());
  return number && [`文件名里有${NUMBER_NAMES[number.kind]} ${number.masked}`, '改名，网址里也不能有号码'];
}

/** What is wrong with the texts of a drawing. */
function drawingNotes(texts: readonly string[], open: ReadonlySet<string>): PictureNote[] {
  const text = texts.join('\n');
  const [number] = personalNumbers(text, open);
  const control = controlCharacter(text);
  const notes: PictureNote[] = [];
  if (number) {
    const problem = `里写着${NUMBER_NAMES[number.kind]} ${number.masked}`;
    notes.push({ rule: 'personal-number', severity: 'error', problem, fix: withoutNumber(number.kind) });
  }
  if (control !== undefined) {
    const fix = '用绘图软件打开，把这几个字重新打一遍';
    notes.push({
      rule: 'control-character',
      severity: 'error',
      problem: `里有看不见的控制字符 ${control}`,
      fix,
    });
  }
  return notes;
}
