import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { CaptionedPicture } from '#core/content.ts';
import { type Diagnostic, maskDiagnostics, sortDiagnostics } from '#core/diagnostic.ts';
import { CONTENT_MODEL, modelOf } from '#core/content-model.ts';
import { type Path, parseYaml } from '#core/yaml-source.ts';
import { ifMissing } from '#core/system-error.ts';
import { composedTwins, FileFinder } from './file-finder.ts';
import { fileNameProblem } from './file-name-problem.ts';
import { listFiles, readText } from './files-fs.ts';
import { type MarkdownFile, splitFrontMatter } from './split-front-matter.ts';
import { queuePicture } from './build-context.ts';
import type { IssueContext, PictureFinder } from './issue-reader.ts';
import { drawingNotes, noteFindings } from './picture-notes.ts';
import {
  type NumberAt,
  numberFindings,
  numbersInFrontMatter,
  numbersInLines,
  numbersInYaml,
} from './personal-numbers.ts';
import { type PictureResult, readPicture } from './pictures-fs.ts';
import { type CachedStep, ReadingCache } from './reading-cache-fs.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';

const SITE = 'site.yaml';

/** A Markdown file of the content folder. */
export interface MarkdownInput {
  collector: DiagnosticCollector;
  markdown: MarkdownFile;
  /** Absolute path. */
  file: string;
  /** SHA-256 of the bytes. */
  digest: string;
  /** Runs a step, or returns its cached result for these bytes. */
  cached: CachedStep;
  /** Records personal numbers that the rendered body contains. */
  addNumberFindings(printed: readonly NumberAt[]): void;
}

/** A content folder on disk: reads its files and collects their diagnostics. */
export class ContentFolder {
  readonly #dir: string;
  readonly #cache: ReadingCache;
  readonly #collectors: DiagnosticCollector[] = [];
  readonly #pictures = new Map<string, Promise<PictureResult>>();
  /** Mobile numbers of public contacts, which may be published; undefined until the contacts are read. */
  #publicNumbers: ReadonlySet<string> | undefined;
  /** Paths inside the folder, with `/`, sorted. */
  readonly files: readonly string[];
  readonly #finder: FileFinder;
  /** Whether the content is written for a newer engine: then this one must neither read nor change it. */
  isNewer = false;
  /** Files that other files refer to. */
  readonly #used = new Set<string>();

  private constructor(dir: string, files: readonly string[], cache: ReadingCache) {
    this.#dir = dir;
    this.#cache = cache;
    this.files = files;
    this.#finder = new FileFinder(files);
  }

  static async open(dir: string, cache = ReadingCache.empty()): Promise<ContentFolder> {
    // Vite identifies files by real path, and `getMdxArticle()` looks them up by it.
    const real = await realpath(dir).catch(ifMissing(path.resolve(dir)));
    const { files, strays } = await listFiles(real);
    const folder = new ContentFolder(real, files, cache);
    if (await folder.#refuseNewer()) return folder;
    for (const file of files) {
      const problem = fileNameProblem(file);
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

  /** Adds the only diagnostic of content for a newer engine: this engine cannot judge the rest. */
  async #refuseNewer(): Promise<boolean> {
    if (!this.files.includes(SITE)) return false;
    const source = parseYaml(await this.bareText(SITE));
    const model = modelOf(source.data);
    this.isNewer = model !== undefined && model > CONTENT_MODEL;
    if (this.isNewer) {
      const problem = `内容是按第 ${model} 版格式写的，这个程序只认到第 ${CONTENT_MODEL} 版`;
      const fix = '换新版本的程序：npx park-bulletin upgrade；内容不要改';
      this.collector(SITE, source).at(['model'], 'newer-model', problem, fix);
    }
    return this.isNewer;
  }

  /** Absolute path of a file, by its path relative to the folder. */
  pathOf(file: string): string {
    return path.join(this.#dir, file);
  }

  matching(pattern: RegExp): string[] {
    return this.files.filter((file) => pattern.test(file));
  }

  /** All files below a subfolder, `issues/2022-09`: a slice of the sorted list. */
  below(folder: string): string[] {
    const first = this.#firstFrom(`${folder}/`);
    return this.files.slice(first, this.#firstFrom(`${folder}/\uFFFF`));
  }

  /** Index of the first file that sorts at or after a path (binary search). */
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

  /** The diagnostics of all files, with personal numbers masked. */
  get diagnostics(): Diagnostic[] {
    const all = this.#collectors.flatMap(({ diagnostics }) => diagnostics);
    return maskDiagnostics(sortDiagnostics(all), this.#publicNumbers);
  }

  /** Parses a YAML file; a missing file counts as empty unless it is required. */
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
    if (this.#publicNumbers) checkYamlNumbers(collector, this.#publicNumbers);
    return collector;
  }

  /**
   * Sets the mobile numbers that may be published. Checks the YAML files read so far for personal numbers;
   * later ones are checked as they are read.
   * @param publicNumbers mobile numbers of public contacts
   */
  setPublicNumbers(publicNumbers: ReadonlySet<string>): void {
    this.#publicNumbers = publicNumbers;
    for (const collector of this.#collectors) checkYamlNumbers(collector, publicNumbers);
  }

  /** Reads a text file; undefined if it does not exist or cannot be read (then with a diagnostic). */
  async text(name: string): Promise<{ text: string; collector: DiagnosticCollector } | undefined> {
    if (!this.files.includes(name)) return undefined;
    const collector = this.collector(name);
    const read = await readText(path.join(this.#dir, name));
    if ('text' in read) return { text: read.text, collector };
    collector.add([read.finding]);
    return undefined;
  }

  /** Reads a text file without diagnostics: empty if it cannot be read. */
  async bareText(name: string): Promise<string> {
    const read = await readText(path.join(this.#dir, name));
    return 'text' in read ? read.text : '';
  }

  /** The existing collector of a file, or a new one. */
  collectorOf(file: string): DiagnosticCollector {
    return this.#collectors.find((collector) => collector.file === file) ?? this.collector(file);
  }

  /** Whether a file, or any file below a folder, has an error. */
  hasError(file: string): boolean {
    return this.#collectors.some(
      (collector) => collector.failed && (collector.file === file || collector.file.startsWith(`${file}/`)),
    );
  }

  /** Reads a Markdown file and splits it into front matter and body; undefined if its text cannot be read. */
  async markdown(name: string): Promise<MarkdownInput | undefined> {
    const file = path.join(this.#dir, name);
    const text = await readText(file);
    if ('finding' in text) {
      this.collector(name).add([text.finding]);
      return undefined;
    }
    const markdown = splitFrontMatter(text.text);
    const digest = createHash('sha256').update(text.bytes).digest('hex');
    const cached = this.#cache.of(digest);
    const collector = this.collector(name, markdown.frontMatter);
    collector.add(await cached('front-matter', () => markdown.findings));
    const typed = await cached('typed numbers', () => numbersInLines(text.text));
    const values = await cached('front matter numbers', () =>
      markdown.frontMatter ? numbersInFrontMatter(markdown.frontMatter) : [],
    );
    const publicNumbers = this.#publicNumbers ?? new Set();
    collector.add(numberFindings(typed, publicNumbers));
    const head = typed.filter(({ line }) => line < markdown.bodyLine);
    collector.add(
      numberFindings(
        values.filter(({ number }) => head.every((each) => each.number !== number)),
        publicNumbers,
      ),
    );
    const addNumberFindings = (printed: readonly NumberAt[]) =>
      collector.add(numberFindings(printed, publicNumbers, typed));
    return { collector, markdown, file, digest, cached, addNumberFindings };
  }

  /** Reads a picture by its path relative to `file`. Only files of this folder are found. */
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

  /** Whether another file refers to this one. */
  isUsed(file: string): boolean {
    return this.#used.has(file);
  }

  readonly namedFile = (collector: DiagnosticCollector, path: Path, src: string): string | undefined => {
    const found = this.#finder.find(collector.file, src);
    if ('file' in found) {
      this.#used.add(found.file);
      return this.pathOf(found.file);
    }
    const fix = found.isMissing
      ? '把文件放进这一期的文件夹，名字写得一样（分大小写）；没有就删去这一项'
      : found.fix;
    collector.at(path, 'named-file', `文件“${src}”${found.problem}`, fix);
    return undefined;
  };

  readonly pagePicture: IssueContext['pagePicture'] = async (collector, path, src) => {
    if (this.namedFile(collector, path, src) === undefined) return undefined;
    const result = await this.picture(collector.file, src);
    if ('picture' in result) return result.picture;
    collector.at(path, 'picture', `图片“${src}”${result.problem}`, result.fix);
    return undefined;
  };

  async #readPicture(file: string): Promise<PictureResult> {
    const result = await readPicture(file, this.#cache);
    if ('problem' in result) return result;
    queuePicture(result.picture);
    return {
      ...result,
      notes: [...result.notes, ...drawingNotes(result.texts, this.#publicNumbers ?? new Set())],
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

/** Skips `check.yaml`, which is not published, and front matter, which `markdown()` checks. */
function checkYamlNumbers(collector: DiagnosticCollector, publicNumbers: ReadonlySet<string>): void {
  if (!collector.source || collector.file === 'check.yaml' || !/\.ya?ml$/u.test(collector.file)) return;
  collector.add(numberFindings(numbersInYaml(collector.source, collector.file), publicNumbers));
}
