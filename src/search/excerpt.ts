/** A run of an excerpt; hits are marked. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** Takes Pagefind's excerpt apart, so that it can be shown as text and never as markup. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/(<mark>[\s\S]*?<\/mark>)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const inner = /^<mark>([\s\S]*)<\/mark>$/u.exec(part)?.[1];
      return { text: plain(inner ?? part), marked: inner !== undefined };
    });
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
  amp: '&',
};

function plain(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|#x27|#x2F|amp);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}
