import { ADDRESS_LIST } from '#core/address-list.ts';
import type { Issue, Term } from '#core/content.ts';
import { ISSUE_FOLDER } from '#core/issue-folder.ts';
import { LIST_KINDS, type ListKind, RESERVED_FOLDERS } from '#core/url.ts';
import type { Path } from '#core/yaml-source.ts';
import type { PageDraft } from './cross-article-checks.ts';
import type { ArticleDraft } from './article-reader.ts';
import type { ContentFolder } from './content-folder-fs.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** Everything that may explain why a listed address is lost. */
export interface Reading {
  folder: ContentFolder;
  drafts: readonly ArticleDraft[];
  issues: readonly Issue[];
  pages: readonly PageDraft[];
  registers: Record<ListKind, readonly Term[]>;
  kinds: readonly ListKind[];
  /** Titles of deleted articles by their addresses, from the Git history. */
  titles: ReadonlyMap<string, string>;
}

/** Why addresses are lost, and where to fix it. */
export interface Loss {
  /** Addresses with the same cause need one fix, and get one diagnostic. */
  cause: string;
  collector: DiagnosticCollector;
  /** Position in the file; absent if the problem does not concern one of its values. */
  path?: Path;
  /** Line in the list itself, if the diagnostic belongs there. */
  line?: number;
  problem(addresses: string): string;
  fix: string;
}

/** No diagnostic needed: the file that the address comes from has an error of its own. */
const REPORTED_ELSEWHERE = undefined;
const WITHDRAW = '写 status: withdrawn，再加一行 withdrawn: { date: 2022-10-31 }（撤稿那天的日期）';

/** Explains why addresses of the list are lost. */
export class LossExplainer {
  readonly #listed: ReadonlyMap<string, number>;
  readonly #published: ReadonlySet<string>;
  readonly #reading: Reading;
  readonly #list: DiagnosticCollector;
  readonly #byId: ReadonlyMap<string, ArticleDraft>;
  readonly #issueById: ReadonlyMap<string, Issue>;
  readonly #draftByAlias: ReadonlyMap<string, ArticleDraft>;
  readonly #issueByAlias: ReadonlyMap<string, Issue>;
  /** Whether some file is unreadable, so that its old addresses are unknown; undefined until it is needed. */
  #hasUnread: boolean | undefined;

  /**
   * @param listed addresses with their lines
   * @param published the addresses of the published content
   */
  constructor(listed: ReadonlyMap<string, number>, published: ReadonlySet<string>, reading: Reading) {
    const { folder, drafts, issues } = reading;
    this.#listed = listed;
    this.#published = published;
    this.#reading = reading;
    this.#list = folder.collector(ADDRESS_LIST);
    this.#byId = new Map(drafts.map((draft) => [draft.article.id, draft]));
    this.#issueById = new Map(issues.map((issue) => [issue.id, issue]));
    this.#draftByAlias = new Map(
      drafts.flatMap((draft) => draft.article.aliases.map((alias) => [alias, draft] as const)),
    );
    this.#issueByAlias = new Map(
      issues.flatMap((issue) => (issue.aliases ?? []).map((alias) => [alias, issue] as const)),
    );
  }

  /** Why an address is lost; undefined if the file it comes from has an error of its own. */
  explain(address: string, line: number): Loss | undefined {
    const parts = address.split('/').slice(1, -1);
    const [first = '', second = ''] = parts;
    if (first === 'issues') {
      const id = `${second}/${parts[2]}`;
      const draft = this.#byId.get(id);
      if (parts.length === 3 && draft) return this.#ofArticle(draft);
      if (parts.length === 3 && (this.#hasFile(`issues/${id}.md`) || this.#hasFile(`issues/${id}.mdx`)))
        return REPORTED_ELSEWHERE;
      const issue = this.#issueById.get(second);
      if (parts.length === 2 && issue) return this.#ofIssue(issue);
      if (parts.length === 2 && this.#reading.folder.below(`issues/${second}`).length > 0)
        return REPORTED_ELSEWHERE;
    }
    const owner = this.#draftByAlias.get(address);
    if (owner) return this.#ofArticle(owner);
    const issue = this.#issueByAlias.get(address);
    if (issue) return this.#ofIssue(issue);
    const kind = LIST_KINDS.find((each) => each === first);
    if (kind && parts.length === 2) return this.#ofRegister(kind, second, address, line);
    if (RESERVED_FOLDERS.has(first)) {
      const problem = () => `${address} 不是要长久保留的网址`;
      return this.#inList(address, line, problem, '删去这一行：列表的后面几页、程序自己的页面不进清单');
    }
    if (this.#someUnread()) return REPORTED_ELSEWHERE;
    if (first === 'issues' && parts.length === 3) return this.#ofMissingArticle(address, line);
    if (first === 'issues' && ISSUE_FOLDER.test(second)) return this.#ofMissingIssue(address, second, line);
    if (parts.length === 1) return this.#ofMissingPage(address, first, line);
    return this.#inList(
      address,
      line,
      (shown) => `旧址 ${shown} 发布过，现在打不开了：没有一处的 aliases 写着它`,
      `放回原来写着它的稿件、期或页面：aliases: [${address}]`,
    );
  }

  #isRead(file: string): boolean {
    const [, issue = '', name] = /^issues\/([^/]+)\/(.+?)(?:\.mdx?)?$/u.exec(file) ?? [];
    if (name === 'issue.yaml') return this.#issueById.has(issue);
    if (name !== undefined) return this.#byId.has(`${issue}/${name}`);
    return this.#reading.pages.some(({ collector }) => collector.file === file);
  }

  #hasFile(file: string): boolean {
    return this.#reading.folder.files.includes(file);
  }

  #ofArticle({ article, collector }: ArticleDraft): Loss | undefined {
    const issue = this.#issueById.get(article.issue);
    if (collector.failed || !issue) return REPORTED_ELSEWHERE;
    if (issue.status === 'draft') return this.#ofIssue(issue);
    const at = { cause: `article ${article.id}`, collector };
    if (article.status === 'withdrawn' && !article.withdrawn) {
      return {
        ...at,
        path: ['status'],
        problem: (shown) => `这篇撤了稿，没有写撤稿日期：${shown} 打不开了`,
        fix: '加一行 withdrawn: { date: 2022-10-31 }（撤稿那天的日期），这个网址就是一页撤稿说明',
      };
    }
    if (article.status === 'draft') {
      return {
        ...at,
        path: ['status'],
        problem: (shown) => `这篇发布过，现在又是草稿：${shown} 打不开了`,
        fix: `改回 status: ready；要撤稿的，${WITHDRAW}`,
      };
    }
    if (article.rights !== 'unknown') return REPORTED_ELSEWHERE;
    return {
      ...at,
      path: ['rights'],
      problem: (shown) => `这篇发布过，现在权利未明：${shown} 打不开了`,
      fix: `查清以后写 rights: own、reprint 或 cleared；不能再刊的，撤稿：${WITHDRAW}`,
    };
  }

  #ofIssue({ id, status }: Issue): Loss | undefined {
    const collector = this.#reading.folder.collectorOf(`issues/${id}/issue.yaml`);
    if (collector.failed || status !== 'draft') return REPORTED_ELSEWHERE;
    return {
      cause: `issue ${id}`,
      collector,
      path: ['status'],
      problem: (shown) => `这一期发布过，现在又在编辑：${shown} 打不开了`,
      fix: '改回 status: published；其中哪一篇要撤，在那一篇里写 status: withdrawn',
    };
  }

  #ofMissingArticle(address: string, line: number): Loss {
    const [, issue = '', slug = ''] = /^\/issues\/([^/]+)\/([^/]+)\//u.exec(address) ?? [];
    const fresh = this.#reading.drafts.filter(({ article }) => this.#isNew(`/issues/${article.id}/`));
    const title = this.#reading.titles.get(address);
    const sameTitle = this.#reading.drafts.find(
      ({ article }) => title !== undefined && article.title === title,
    );
    const sameName = only(fresh.filter(({ article }) => article.slug === slug));
    const found = sameTitle ?? sameName ?? only(fresh.filter(({ article }) => article.issue === issue));
    const gone = (shown: string) =>
      title === undefined
        ? `${shown} 发布过，现在打不开了`
        : `“${title}”发布过，它的网址 ${shown} 现在打不开了`;
    const problem = (shown: string) => `${gone(shown)}：稿件 issues/${issue}/${slug} 不在了`;
    const write = found && added('aliases', address, found.article.aliases);
    const back = `要撤稿的，恢复那个文件，${WITHDRAW}`;
    return found
      ? {
          cause: address,
          collector: found.collector,
          path: ['aliases'],
          problem,
          fix: sameTitle ? `它改名成了这一篇的话，${write}` : `这一篇是它改名、移期来的话，${write}；${back}`,
        }
      : this.#inList(
          address,
          line,
          problem,
          `改了名、移了期的，在新文件里加一行 aliases: [${address}]；${back}`,
        );
  }

  #ofMissingIssue(address: string, id: string, line: number): Loss {
    const problem = (shown: string) => `${shown} 发布过，现在打不开了：issues/${id} 这一期不在了`;
    const found = only(this.#reading.issues.filter((issue) => this.#isNew(`/issues/${issue.id}/`)));
    if (!found) {
      const fix = `恢复这个文件夹；改了名的，在新的 issue.yaml 里加一行 aliases: [${address}]`;
      return this.#inList(address, line, problem, fix);
    }
    const collector = this.#reading.folder.collectorOf(`issues/${found.id}/issue.yaml`);
    const fix = `这一期是它改名来的话，${added('aliases', address, found.aliases ?? [])}；不是的话，恢复那个文件夹`;
    return { cause: address, collector, path: ['aliases'], problem, fix };
  }

  #ofMissingPage(address: string, id: string, line: number): Loss {
    const problem = (shown: string) =>
      `${shown} 发布过，现在打不开了：没有 pages/${id}.md，也没有一处的 aliases 写着它`;
    const found = only(this.#reading.pages.filter(({ page }) => this.#isNew(`/${page.id}/`)));
    if (!found) {
      const fix = `恢复 pages/${id}.md；改了名的，在新文件里加一行 aliases: [${address}]`;
      return this.#inList(address, line, problem, fix);
    }
    const fix = `这一页是它改名来的话，${added('aliases', address, found.page.aliases ?? [])}；不是的话，恢复 pages/${id}.md`;
    return { cause: address, collector: found.collector, path: ['aliases'], problem, fix };
  }

  #ofSwitchedOff(kind: ListKind): Loss {
    return {
      cause: `lists ${kind}`,
      collector: this.#reading.folder.collectorOf('site.yaml'),
      path: ['lists'],
      problem: (shown) => `这种列表发布过，现在没有了：${shown} 打不开了`,
      fix: `在 lists 里加上 ${kind}，发布过的网址要一直打得开`,
    };
  }

  #ofRegister(kind: ListKind, id: string, address: string, line: number): Loss | undefined {
    if (!this.#reading.kinds.includes(kind)) return this.#ofSwitchedOff(kind);
    const file = kind === 'parks' ? `parks/${id}.yaml` : `${kind}.yaml`;
    if (this.#reading.folder.hasError(kind === 'parks' ? 'parks' : file)) return REPORTED_ELSEWHERE;
    const addressed = this.#reading.registers[kind].map((entry) => ({ entry, to: `/${kind}/${entry.id}/` }));
    const found = only(addressed.filter(({ to }) => this.#isNew(to) && this.#published.has(to)))?.entry;
    const written = kind === 'regions' ? `'${id}'` : id;
    const what = kind === 'parks' ? `没有 ${file}` : `${file} 里没有 ${written}`;
    const problem = (shown: string) =>
      `${shown} 发布过，现在打不开了：${what}，也没有一处的 formerIds 写着它`;
    const back = kind === 'parks' ? `恢复 ${file}` : `把 ${written} 那一项放回来`;
    if (!found) {
      const fix = `${back}；改了编号、并进别的，在那一项里加 formerIds: [${written}]`;
      return kind === 'parks'
        ? this.#inList(address, line, problem, fix)
        : { cause: address, collector: this.#reading.folder.collectorOf(file), problem, fix };
    }
    const collector = this.#reading.folder.collectorOf(kind === 'parks' ? `parks/${found.id}.yaml` : file);
    const fix = `“${found.name}”就是它的话，${added('formerIds', written, found.formerIds ?? [])}；不是的话，${back}`;
    const path = kind === 'parks' ? [] : [indexOf(collector, found.id)];
    return { cause: address, collector, path: [...path, 'formerIds'], problem, fix };
  }

  #inList(address: string, line: number, problem: Loss['problem'], fix: string): Loss {
    return { cause: address, collector: this.#list, line, problem, fix };
  }

  #isNew(address: string): boolean {
    return !this.#listed.has(address);
  }

  #someUnread(): boolean {
    this.#hasUnread ??= this.#reading.folder
      .matching(/^(?:issues\/[^/]+\/(?:[^/]+\.mdx?|issue\.yaml)|pages\/[^/]+\.md)$/u)
      .some((file) => !this.#isRead(file));
    return this.#hasUnread;
  }
}

/** Index of an entry in a register's file. */
function indexOf({ source }: DiagnosticCollector, id: string): number {
  const entries = Array.isArray(source?.data) ? (source.data as Record<string, unknown>[]) : [];
  return entries.findIndex((entry) => entry.id === id || entry.code === id);
}

/** What the editor must write, depending on whether the field exists. */
function added(field: 'aliases' | 'formerIds', value: string, present: readonly string[]): string {
  return present.length === 0 ? `加一行 ${field}: [${value}]` : `在 ${field} 里加上 ${value}`;
}

/** The only item of a list; undefined if there are none or several. */
function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
