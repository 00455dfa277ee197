import { createHash } from 'node:crypto';
import path from 'node:path';
import type { CaptionedPicture } from '#core/content.ts';
import { type Diagnostic, type Finding, sortDiagnostics } from '#core/diagnostic.ts';
import { mobileNumbers } from '#core/text/mobile-number.ts';
import { parseYaml } from '#core/yaml-source.ts';
import { listFiles, readText } from './files-fs.ts';
import { type MarkdownFile, splitFrontMatter } from './front-matter.ts';
import { announcePicture } from './handover.ts';
import type { PictureFinder } from './issues.ts';
import { noteFindings } from './picture-notes.ts';
import { type PictureResult, readPicture } from './pictures-fs.ts';
import { type Once, ReadingCache } from './reading-cache-fs.ts';
import { Scribe } from './scribe.ts';

/** A Markdown file of the folder, read. */
export interface MarkdownInput {
  scribe: Scribe;
  markdown: MarkdownFile;
  /** Absolute path. */
  file: string;
  /** SHA-256 of the bytes. */
  digest: string;
  /** What was made of these bytes before. */
  once: Once;
}

/** One content folder on disk: reads its files, and keeps what was found wrong with them. */
export class ContentFolder {
  readonly #dir: string;
  readonly #cache: ReadingCache;
  readonly #scribes: Scribe[] = [];
  readonly #pictures = new Map<string, Promise<PictureResult>>();
  /** Mobile numbers of public contacts, which may be printed. */
  openNumbers: ReadonlySet<string> = new Set();
  /** Paths inside the folder, with `/`, sorted. */
  files: string[] = [];

  private constructor(dir: string, cache: ReadingCache) {
    this.#dir = dir;
    this.#cache = cache;
  }

  static async open(dir: string, cache = ReadingCache.empty()): Promise<ContentFolder> {
    const folder = new ContentFolder(path.resolve(dir), cache);
    const { files, strays } = await listFiles(folder.#dir);
    folder.files = files;
    for (const stray of strays) {
      folder.scribe(stray).whole('file', '这是一个指向内容文件夹之外的链接', '把文件本身复制进来');
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

  scribe(file: string, source?: Scribe['source']): Scribe {
    const scribe = new Scribe(file, source);
    this.#scribes.push(scribe);
    return scribe;
  }

  get failed(): boolean {
    return this.#scribes.some(({ failed }) => failed);
  }

  get diagnostics(): Diagnostic[] {
    return sortDiagnostics(this.#scribes.flatMap(({ diagnostics }) => diagnostics));
  }

  /** A YAML file; one that is missing reads as empty, unless it is required. */
  async yaml(file: string, required = false): Promise<Scribe> {
    if (!this.files.includes(file)) {
      const scribe = this.scribe(file);
      if (required) scribe.whole('file', `缺少文件 ${file}`, '从本项目自带的 content 复制一份再改');
      return scribe;
    }
    const text = await readText(path.join(this.#dir, file));
    const source = 'text' in text ? parseYaml(text.text) : undefined;
    const scribe = this.scribe(file, source);
    scribe.add('finding' in text ? [text.finding] : (source?.findings ?? []));
    return scribe;
  }

  /** A plain text of the folder, with its lines; undefined where there is none, or it cannot be read. */
  async text(name: string): Promise<{ text: string; scribe: Scribe } | undefined> {
    if (!this.files.includes(name)) return undefined;
    const scribe = this.scribe(name);
    const read = await readText(path.join(this.#dir, name));
    if ('text' in read) return { text: read.text, scribe };
    scribe.add([read.finding]);
    return undefined;
  }

  /** The scribe of a file that was read, or a new one. */
  scribeOf(file: string): Scribe {
    return this.#scribes.find((scribe) => scribe.file === file) ?? this.scribe(file);
  }

  /** Whether something is wrong with a file, or with one below that folder. */
  isWrong(file: string): boolean {
    return this.#scribes.some(
      (scribe) => scribe.failed && (scribe.file === file || scribe.file.startsWith(`${file}/`)),
    );
  }

  /** A Markdown file parted into front matter and body; undefined where its text cannot be read. */
  async markdown(name: string): Promise<MarkdownInput | undefined> {
    const file = path.join(this.#dir, name);
    const text = await readText(file);
    if ('finding' in text) {
      this.scribe(name).add([text.finding]);
      return undefined;
    }
    const markdown = splitFrontMatter(text.text);
    const digest = createHash('sha256').update(text.bytes).digest('hex');
    const once = this.#cache.of(digest);
    const scribe = this.scribe(name, markdown.frontMatter);
    scribe.add(await once('front-matter', () => markdown.findings));
    const printed = await once('numbers', () => printedNumbers(text.text));
    scribe.add(personalNumbers(printed, this.openNumbers));
    return { scribe, markdown, file, digest, once };
  }

  /** A picture named in a file, relative to it; never one outside the folder. */
  picture(file: string, src: string): Promise<PictureResult> {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), src));
    if (target.startsWith('../') || path.isAbsolute(src)) {
      const fix = '把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg';
      return Promise.resolve({ problem: '不在内容文件夹里', fix });
    }
    const full = path.join(this.#dir, target);
    const known = this.#pictures.get(full);
    if (known) return known;
    const read = readPicture(full, this.#cache);
    this.#pictures.set(full, read);
    void read.then((result) => 'picture' in result && announcePicture(result.picture));
    return read;
  }

  readonly namedPicture: PictureFinder = async (scribe, key, written) => {
    const result = await this.picture(scribe.file, written.src);
    if ('problem' in result) {
      scribe.at([key, 'src'], 'picture', `图片“${written.src}”${result.problem}`, result.fix);
      return undefined;
    }
    const place = scribe.source?.place([key, 'src']);
    scribe.add(noteFindings(result.notes, written.src, place ?? { line: 1, column: 1 }));
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

interface PrintedNumbers {
  line: number;
  numbers: string[];
}

/** The lines of a text that hold mobile numbers. */
function printedNumbers(text: string): PrintedNumbers[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: index + 1, numbers: mobileNumbers(line) }))
    .filter(({ numbers }) => numbers.length > 0);
}

/** No personal mobile number is ever published; one line of the file, one finding. */
function personalNumbers(printed: PrintedNumbers[], open: ReadonlySet<string>): Finding[] {
  return printed.flatMap(({ line, numbers }) => {
    const number = numbers.find((each) => !open.has(each));
    if (number === undefined) return [];
    const masked = `${number.slice(0, 3)}****${number.slice(7)}`;
    return [
      {
        rule: 'personal-number',
        line,
        column: 1,
        problem: `这里有手机号码 ${masked}`,
        fix: '删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true',
      },
    ];
  });
}
