import { markdownFile, type PeerBulletin, put } from './peer-content.ts';

/** Writes a bulletin as Hexo reads it; its theme is in scripts/bench/peers/hexo. */
export async function writeHexo(dir: string, { data, articles, pictures }: PeerBulletin): Promise<void> {
  await put(dir, 'source/_data/facts.json', JSON.stringify(data));
  for (const { issue, slug, front, body } of articles) {
    // Hexo would treat `categories` as its own taxonomy.
    const { categories, parks, regions, ...others } = front;
    const post = { ...others, lists: { categories, parks, regions } };
    await put(dir, `source/_posts/${issue}/${slug}.md`, markdownFile(post, body));
  }
  for (const [name, bytes] of pictures) await put(dir, `source/pictures/${name}`, bytes);
}
