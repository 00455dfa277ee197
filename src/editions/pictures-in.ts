import type { Nodes } from 'hast';
import type { Picture } from '#core/content.ts';
import { elementsOf } from './hast.ts';
import type { ArticleDocument } from './issue-document.ts';

/** The pictures that an article shows, with their hashes, in order. */
export function picturesIn({ cover, body, pictures }: ArticleDocument): [hash: string, picture: Picture][] {
  const hashes = (tree: Nodes): string[] =>
    elementsOf(tree).flatMap((each) => [
      ...(each.tagName === 'img' ? [String(each.properties.dataPicture)] : []),
      ...hashes(each),
    ]);
  return [...(cover ? hashes(cover) : []), ...hashes(body)].flatMap((hash) => {
    const picture = pictures.get(hash);
    return picture ? [[hash, picture]] : [];
  });
}
