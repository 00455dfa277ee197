import { markdownFile, type PeerBulletin, put } from './peer-content.ts';

/** Writes a bulletin as Eleventy reads it; its templates are in scripts/bench/peers/eleventy. */
export async function writeEleventy(dir: string, { data, articles, pictures }: PeerBulletin): Promise<void> {
  await put(dir, 'facts.json', JSON.stringify(data));
  await put(dir, 'pages/issues/issues.json', JSON.stringify({ layout: 'article.11ty.js', tags: 'article' }));
  for (const { issue, slug, front, body } of articles) {
    const article = { permalink: `/issues/${issue}/${slug}/`, article: front };
    await put(dir, `pages/issues/${issue}/${slug}.md`, markdownFile(article, body));
  }
  for (const [name, bytes] of pictures) await put(dir, `pictures/${name}`, bytes);
}
