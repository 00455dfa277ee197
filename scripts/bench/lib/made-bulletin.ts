import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { makeText, numbers, randomNumbers } from './made-text.ts';

const CATEGORIES = ['卷首', '特稿', '双招双引', '园区要闻', '特色产业集群', '经验交流'];
const GENRES = ['消息', '通讯', '评论'];
const PARKS = 40;
const COUNTIES = 60;
const PER_ISSUE = 20;

/** An article's data by id, which is written in the form of each tool. */
export interface MadeArticle {
  /** `1980-02` */
  issue: string;
  slug: string;
  title: string;
  category: MadeEntry;
  park: MadePark;
  genre: string;
  lead: boolean;
  /** Blocks of Markdown; a picture stands as `./images/<picture>`. */
  blocks: string[];
  /** File name of its picture. */
  picture?: string;
}

interface MadeEntry {
  id: string;
  name: string;
}

export interface MadePark extends MadeEntry {
  shortName: string;
  county: MadeEntry;
}

export interface MadeIssue {
  id: string;
  year: number;
  month: number;
  serial: number;
  date: string;
}

/**
 * A generated bulletin for benchmarks: about 1,300 characters per article, a table in every tenth, a picture
 * in every twentieth. The same count and seed give the same bytes.
 */
export interface MadeBulletin {
  categories: MadeEntry[];
  province: MadeEntry;
  city: MadeEntry;
  counties: MadeEntry[];
  parks: MadePark[];
  /** Oldest first, as are the articles. */
  issues: MadeIssue[];
  articles: MadeArticle[];
  /** A JPEG with as much detail as a photograph; each article gets a variant with different bytes. */
  picture: Buffer;
}

/**
 * @param count number of articles, 20 per issue
 * @param least minimum of paragraphs per article: 5 make about 1,300 characters, 8 about 1,800
 * @param seed bulletins with the same seed begin with the same articles
 */
export async function makeBulletin(count: number, least = 5, seed = count): Promise<MadeBulletin> {
  const random = randomNumbers(seed);
  const picture = await noise(random);
  const categories = CATEGORIES.map((name, index) => ({ id: `c${index}`, name }));
  const counties = numbers(COUNTIES).map((index) => ({ id: `99${code(index)}`, name: `第${index}县` }));
  const parks = numbers(PARKS).map((index) => ({
    id: `p${index}`,
    name: `第${index}经济开发区`,
    shortName: `${index}号园区`,
    county: counties[index % COUNTIES] as MadeEntry,
  }));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const articles = numbers(count).map((index): MadeArticle => {
    const name = index % 20 === 7 ? `a${index}.jpg` : undefined;
    const shown = name && `![厂区的照片](./images/${name} "厂区｜摄影：编辑部")`;
    return {
      issue: issueAt(Math.floor(index / PER_ISSUE)).id,
      slug: `a${index}`,
      ...makeText(index, random, least, shown),
      category: pick(categories),
      park: pick(parks),
      genre: pick(GENRES),
      lead: index % PER_ISSUE === 0,
      ...(name && { picture: name }),
    };
  });
  return {
    categories,
    province: { id: '990000', name: '某省' },
    city: { id: '990100', name: '某市' },
    counties,
    parks,
    issues: numbers(Math.ceil(count / PER_ISSUE)).map(issueAt),
    articles,
    picture,
  };
}

/**
 * Writes a generated bulletin as our content folder.
 * @param dir an empty folder
 */
export async function writeMadeBulletin(dir: string, bulletin: MadeBulletin): Promise<void> {
  const { categories, province, city, counties, parks, issues, articles, picture } = bulletin;
  const put = async (name: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  };
  await put('site.yaml', 'title: 测试导刊\ndescription: 为测速而造\npublisher: 编辑部\n');
  await put('categories.yaml', categories.map(({ id, name }) => `- { id: ${id}, name: ${name} }\n`).join(''));
  const regions = [province, city, ...counties].map(({ id, name }) => `- { code: '${id}', name: ${name} }\n`);
  await put('regions.yaml', regions.join(''));
  for (const { id, name, shortName, county } of parks) {
    await put(`parks/${id}.yaml`, `name: ${name}\nshortName: ${shortName}\ncounty: ${county.name}\n`);
  }
  await put('pages/about.md', '---\ntitle: 关于\n---\n\n为测速而造。\n');
  for (const issue of issues) {
    const { id, year, month, serial, date } = issue;
    const names = categories.map(({ name }) => name).join(', ');
    await put(
      `issues/${id}/issue.yaml`,
      `year: ${year}\nnumber: ${month}\nserial: ${serial}\nmonths: [${month}]\ndate: ${date}\nstatus: published\neditor: 编辑部\ncategories: [${names}]\n`,
    );
  }
  for (const article of articles) {
    if (article.picture) {
      await put(`issues/${article.issue}/images/${article.picture}`, stamped(picture, article));
    }
    await put(`issues/${article.issue}/${article.slug}.md`, articleText(article));
  }
}

function articleText({ title, category, park, genre, lead, blocks }: MadeArticle): string {
  return `---
title: ${title}
category: ${category.name}
park: ${park.shortName}
genre: ${genre}
byline: 记者 甲某
rights: own
status: ready
${lead ? 'lead: true\n' : ''}---

${blocks.join('\n\n')}
`;
}

function issueAt(index: number): MadeIssue {
  const [year, month] = [1980 + Math.floor(index / 12), (index % 12) + 1];
  const id = `${year}-${String(month).padStart(2, '0')}`;
  return { id, year, month, serial: index + 1, date: `${id}-28` };
}

/** A picture with as much detail as a photograph. */
function noise(random: () => number): Promise<Buffer> {
  const [width, height] = [120, 80];
  const pixels = Buffer.from(numbers(width * height * 3).map(() => Math.floor(random() * 256)));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(1200, 800)
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** The same picture with different bytes, so that each article has its own. */
export function stamped(picture: Buffer, { slug }: MadeArticle): Buffer {
  return Buffer.concat([picture, Buffer.from(`#${slug.slice(1)}`)]);
}

function code(index: number): string {
  return `01${String(index + 1).padStart(2, '0')}`;
}
