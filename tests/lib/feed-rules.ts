import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml';

/**
 * Checks files against the rules of their formats: RSS 2.0 with the profile of the RSS Advisory Board, JSON
 * Feed 1.1, and sitemaps. Each function returns what is wrong.
 *
 * Not covered: whether an address can be fetched, whether the HTML of a text is valid beyond forbidden elements
 * and attributes, and elements of RSS that the bulletin does not use (`cloud`, `textInput`, `ttl` …), which are
 * reported as unknown.
 */

const CHANNEL = new Set(['title', 'link', 'description', 'language', 'lastBuildDate', 'atom:link', 'item']);
const ITEM = new Set([
  'title',
  'link',
  'guid',
  'pubDate',
  'dc:creator',
  'category',
  'description',
  'content:encoded',
  'enclosure',
]);
const REPEATED = new Set(['item', 'category', 'dc:creator']);
const NAMESPACES: Record<string, string> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
};
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const RFC822 =
  /^(?<weekday>Sun|Mon|Tue|Wed|Thu|Fri|Sat), (?<day>\d{2}) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<year>\d{4}) \d{2}:\d{2}:\d{2} \+0800$/u;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/u;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/u;

export function rssProblems(text: string): string[] {
  const problems: string[] = [];
  const { root } = parsed(text);
  if (root?.name !== 'rss' || root.attributes.version !== '2.0') problems.push('no rss 2.0');
  for (const [prefix, uri] of Object.entries(NAMESPACES)) {
    if (root?.attributes[`xmlns:${prefix}`] !== uri) problems.push(`namespace ${prefix}`);
  }
  const [channel, ...others] = root ? elements(root) : [];
  if (channel?.name !== 'channel' || others.length > 0) return [...problems, 'not one channel'];
  problems.push(...childProblems(channel, CHANNEL, ['title', 'link', 'description', 'atom:link']));
  problems.push(...addressProblem('channel link', one(channel, 'link')?.text));
  const [self] = named(channel, 'atom:link');
  if (self?.attributes.rel !== 'self' || self.attributes.type !== 'application/rss+xml')
    problems.push('atom:link is not self');
  problems.push(...addressProblem('atom:link', self?.attributes.href));
  const built = one(channel, 'lastBuildDate')?.text;
  if (built !== undefined) problems.push(...dateProblem(built));
  const ids = new Set<string>();
  for (const item of named(channel, 'item')) {
    problems.push(...itemProblems(item));
    const id = one(item, 'guid')?.text ?? '';
    if (ids.has(id)) problems.push(`guid ${id} twice`);
    ids.add(id);
    if (built !== undefined && Date.parse(one(item, 'pubDate')?.text ?? '') > Date.parse(built))
      problems.push('an item is newer than lastBuildDate');
  }
  return problems;
}

function itemProblems(item: XmlElement): string[] {
  const problems = childProblems(item, ITEM, ['title', 'link', 'guid', 'pubDate', 'description']);
  problems.push(...addressProblem('item link', one(item, 'link')?.text));
  const guid = one(item, 'guid');
  if (!guid?.text) problems.push('empty guid');
  if (!/^(?:true|false)$/u.test(guid?.attributes.isPermaLink ?? '')) problems.push('isPermaLink');
  problems.push(...dateProblem(one(item, 'pubDate')?.text ?? ''));
  for (const { attributes } of named(item, 'enclosure')) {
    problems.push(...addressProblem('enclosure', attributes.url));
    if (!/^[1-9]\d*$/u.test(attributes.length ?? '')) problems.push(`length ${attributes.length}`);
    if (!MEDIA_TYPE.test(attributes.type ?? '')) problems.push(`type ${attributes.type}`);
  }
  const html = one(item, 'content:encoded')?.text;
  return html === undefined ? problems : [...problems, ...htmlProblems(html)];
}

export function jsonFeedProblems(text: string): string[] {
  const problems: string[] = [];
  const feed = JSON.parse(text) as Record<string, unknown>;
  if (feed.version !== 'https://jsonfeed.org/version/1.1') problems.push('version');
  if (!isText(feed.title)) problems.push('title');
  problems.push(...addressProblem('home_page_url', feed.home_page_url));
  problems.push(...addressProblem('feed_url', feed.feed_url));
  if (!Array.isArray(feed.items)) return [...problems, 'items'];
  const ids = new Set<unknown>();
  for (const item of feed.items as Record<string, unknown>[]) {
    if (!isText(item.id) || ids.has(item.id)) problems.push(`id ${String(item.id)}`);
    ids.add(item.id);
    problems.push(...addressProblem('url', item.url));
    if (isText(item.content_html) === isText(item.content_text))
      problems.push('neither or both of content_html and content_text');
    if (isText(item.content_html)) problems.push(...htmlProblems(String(item.content_html)));
    for (const key of ['date_published', 'date_modified']) {
      if (key in item && !RFC3339.test(String(item[key]))) problems.push(`${key} ${String(item[key])}`);
    }
    if ('image' in item) problems.push(...addressProblem('image', item.image));
    for (const author of (item.authors ?? []) as Record<string, unknown>[]) {
      if (!isText(author.name) && !isText(author.url)) problems.push('empty author');
    }
    for (const tag of (item.tags ?? []) as unknown[]) if (!isText(tag)) problems.push('tag');
    for (const attachment of (item.attachments ?? []) as Record<string, unknown>[]) {
      problems.push(...addressProblem('attachment', attachment.url));
      if (!MEDIA_TYPE.test(String(attachment.mime_type))) problems.push('mime_type');
      if (!Number.isInteger(attachment.size_in_bytes)) problems.push('size_in_bytes');
    }
  }
  return problems;
}

/** @param host origin and base path that every address must begin with */
export function sitemapProblems(text: string, host: string, root: 'urlset' | 'sitemapindex'): string[] {
  const problems: string[] = [];
  const document = parsed(text);
  if (document.root?.name !== root) problems.push('root');
  if (document.root?.attributes.xmlns !== 'http://www.sitemaps.org/schemas/sitemap/0.9')
    problems.push('namespace');
  const entries = document.root ? elements(document.root) : [];
  if (entries.length === 0 || entries.length > 50_000) problems.push(`${entries.length} entries`);
  if (Buffer.byteLength(text) > 50 * 1024 * 1024) problems.push('too large');
  const addresses = new Set<string>();
  for (const entry of entries) {
    if (entry.name !== (root === 'urlset' ? 'url' : 'sitemap')) problems.push(`element ${entry.name}`);
    problems.push(...childProblems(entry, new Set(['loc', 'lastmod']), ['loc']));
    const address = one(entry, 'loc')?.text ?? '';
    if (!address.startsWith(host) || address.length > 2048 || new URL(address).href !== address)
      problems.push(`address ${address}`);
    if (addresses.has(address)) problems.push(`${address} twice`);
    addresses.add(address);
    const date = one(entry, 'lastmod')?.text;
    if (date !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(date))
      problems.push(`lastmod ${date}`);
  }
  return problems;
}

/** The addresses (`loc`) of a sitemap. */
export function sitemapAddresses(text: string): string[] {
  const { root } = parsed(text);
  return (root ? elements(root) : []).flatMap((entry) => one(entry, 'loc')?.text ?? []);
}

/** The items of a feed: the text of each child element by its name. */
export function rssItems(text: string): Record<string, string>[] {
  const { root } = parsed(text);
  const [channel] = root ? elements(root) : [];
  return channel
    ? named(channel, 'item').map((item) =>
        Object.fromEntries(elements(item).map(({ name, text: value }) => [name, value])),
      )
    : [];
}

/** The attributes of the enclosures of a feed. */
export function enclosures(text: string): Record<string, string>[] {
  const { root } = parsed(text);
  const [channel] = root ? elements(root) : [];
  return channel
    ? named(channel, 'item').flatMap((item) =>
        named(item, 'enclosure').map(({ attributes }) => ({ ...attributes })),
      )
    : [];
}

function parsed(text: string): XmlDocument {
  return parseXml(text);
}

function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => child instanceof XmlElement);
}

function named(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).filter((child) => child.name === name);
}

function one(parent: XmlElement, name: string): XmlElement | undefined {
  return named(parent, name)[0];
}

function childProblems(parent: XmlElement, known: Set<string>, required: string[]): string[] {
  const names = elements(parent).map(({ name }) => name);
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `${parent.name} without ${name}`),
    ...names.filter((name) => !known.has(name)).map((name) => `${parent.name} with unknown ${name}`),
    ...names
      .filter((name, index) => !REPEATED.has(name) && names.indexOf(name) < index)
      .map((name) => `${parent.name} with ${name} twice`),
  ];
}

function dateProblem(text: string): string[] {
  const parts = RFC822.exec(text)?.groups;
  const instant = Date.parse(text);
  if (!parts || Number.isNaN(instant)) return [`date ${text}`];
  const local = new Date(instant + 8 * 3600 * 1000);
  const isRight =
    WEEKDAYS[local.getUTCDay()] === parts.weekday &&
    String(local.getUTCDate()).padStart(2, '0') === parts.day;
  return isRight ? [] : [`date ${text} does not exist`];
}

function addressProblem(what: string, address: unknown): string[] {
  const isRight = typeof address === 'string' && /^https?:\/\/./u.test(address) && URL.canParse(address);
  return isRight ? [] : [`${what}: ${String(address)}`];
}

/** Content that feed readers drop, cannot resolve, or must not receive. */
function htmlProblems(html: string): string[] {
  const problems: string[] = [];
  for (const [tag, name = ''] of html.matchAll(/<\/?([a-z][a-z0-9]*)\b[^>]*>/giu)) {
    if (/^(?:script|style|svg|iframe|form|button|input)$/iu.test(name)) problems.push(`element ${name}`);
    if (/\s(?:class|style|id|on[a-z]+|srcset|data-[a-z-]+)=/iu.test(tag))
      problems.push(`attribute in ${tag}`);
    for (const [, address = ''] of tag.matchAll(/\s(?:href|src)="([^"]*)"/gu)) {
      if (!/^(?:https?:\/\/|mailto:|tel:)/u.test(address)) problems.push(`relative address ${address}`);
    }
  }
  return problems;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
