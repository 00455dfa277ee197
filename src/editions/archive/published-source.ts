import { type Document, isSeq, parseDocument, visit } from 'yaml';
import type { Article, Notice } from '#core/content.ts';
import type { ArticleFrontMatter } from '#core/schema/article.ts';
import { frontMatterText } from '#core/write-front-matter.ts';

type Key = keyof ArticleFrontMatter;

/** Fields of an article that no page shows. */
const PRIVATE: readonly Key[] = ['import', 'withdrawn'];
/** Fields that name places; no page shows them of a masked article. */
const OF_PLACES: readonly Key[] = ['park', 'county', 'city', 'facts', 'projects', 'milestones'];
/** A waiver must have a reason; the reason that editors wrote is an internal note. */
const WAIVER_REASON = '编辑部核过';

/**
 * The source of a published article without anything that is not published: comments, the record of its import,
 * editors' notes, places of a masked article, drafts that it refers to. The same pages can be made from it.
 * @param yaml its front matter, without the lines `---`
 * @param isPublic whether there is a published article of an id
 */
export function publishedSource(
  { body, masked }: Pick<Article, 'body' | 'masked'>,
  yaml: string,
  isPublic: (id: string) => boolean,
): string {
  const source = new Source(yaml);
  for (const key of [...PRIVATE, ...(masked ? OF_PLACES : [])]) source.remove([key]);
  source.filter(['related'], (id) => typeof id === 'string' && isPublic(id));
  for (const index of source.indexes(['waivers'])) source.set(['waivers', index, 'reason'], WAIVER_REASON);
  return `---\n${source}---\n${body}`;
}

/** The source of the notice that replaces a withdrawn article: only what its page says. */
export function noticeSource({ title, date, reason, aliases }: Notice): string {
  const withdrawn = { date, ...(reason && { reason }) };
  const fields = {
    ...(title && { title }),
    ...(aliases.length > 0 && { aliases }),
    status: 'withdrawn',
    withdrawn,
  };
  return frontMatterText(Object.entries(fields), []);
}

/**
 * `issue.yaml` without comments, and without areas of articles that are not published.
 * @param folder the issue's id
 */
export function issueSource(yaml: string, folder: string, isPublic: (id: string) => boolean): string {
  const source = new Source(yaml);
  for (const index of source.indexes(['pages'])) {
    source.filter(['pages', index, 'areas'], (area) => {
      const named = typeof area === 'object' && area !== null && 'article' in area ? area.article : undefined;
      return typeof named === 'string' && (isPublic(named) || isPublic(`${folder}/${named}`));
    });
  }
  return String(source);
}

type Path = (string | number)[];

/** YAML without comments. What does not change at all keeps every byte. */
class Source {
  readonly #yaml: string;
  readonly #document: Document;
  #isChanged: boolean;

  constructor(yaml: string) {
    this.#yaml = yaml;
    this.#document = parseDocument(yaml);
    // A `#` inside quotes matches too; then the text is only serialized again.
    this.#isChanged = /(?:^|\s)#/mu.test(yaml);
    const strip = (node: object) => void Object.assign(node, { comment: null, commentBefore: null });
    strip(this.#document);
    visit(this.#document, { Node: (_, node) => strip(node) });
  }

  remove(path: Path): void {
    if (this.#document.deleteIn(path)) this.#isChanged = true;
  }

  set(path: Path, value: string): void {
    this.#document.setIn(path, value);
    this.#isChanged = true;
  }

  /** The indexes of a list; none if there is no list. */
  indexes(path: Path): number[] {
    const list = this.#document.getIn(path);
    return isSeq(list) ? [...list.items.keys()] : [];
  }

  /** Keeps the items of a list for which `isKept` is true; removes a list that has none left. */
  filter(path: Path, isKept: (item: unknown) => boolean): void {
    const list = this.#document.getIn(path);
    if (!isSeq(list)) return;
    const kept = (list.toJS(this.#document) as unknown[]).map(isKept);
    if (kept.every(Boolean)) return;
    list.items = list.items.filter((_, index) => kept[index]);
    this.#isChanged = true;
    if (list.items.length === 0) this.remove(path);
  }

  toString(): string {
    return this.#isChanged ? this.#document.toString({ lineWidth: 0 }) : this.#yaml;
  }
}
