import path from 'node:path';

/** Names for the pictures of a file: the part's base name, made unique. */
export interface PictureNames {
  nameOf(part: string): string;
  /** Parts by name. */
  parts: Map<string, string>;
}

export function createPictureNames(): PictureNames {
  const byPart = new Map<string, string>();
  const parts = new Map<string, string>();
  const lastSuffix = new Map<string, number>();
  return {
    parts,
    nameOf(part) {
      const known = byPart.get(part);
      if (known !== undefined) return known;
      const { name: stem, ext, base } = path.posix.parse(part);
      let name = base;
      while (parts.has(name)) {
        const number = (lastSuffix.get(base) ?? 1) + 1;
        lastSuffix.set(base, number);
        name = `${stem}-${number}${ext}`;
      }
      byPart.set(part, name);
      parts.set(name, part);
      return name;
    },
  };
}

/**
 * The alternative text of a picture; empty for file names and Word's generated descriptions.
 */
export function altOf(description: string | undefined): string {
  const text = (description ?? '').replace(/\s+/gu, ' ').trim();
  const isFileName =
    /\.(?:jpe?g|png|gif|bmp|webp|tiff?|emf|wmf)$/iu.test(text) ||
    /^(?:[a-z]:\\|(?:file|https?):)/iu.test(text);
  return isFileName || /自动生成|automatically generated/iu.test(text) ? '' : text;
}
