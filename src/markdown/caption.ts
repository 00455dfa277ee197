/** The beginning of a credit. */
const CREDIT = /^(?:摄影|制图|供图|图|资料图|绘图|漫画|来源)[：:]/u;

/**
 * Splits the title of `![说明](./a.jpg "图注｜摄影：某某")` into caption and credit.
 * A title that is only a credit (`摄影：某某`) has no caption.
 */
export function parseCaption(title: string | null | undefined): { caption?: string; credit?: string } {
  const text = title?.trim();
  if (!text) return {};
  const bar = text.search(/[｜|][^｜|]*$/u);
  if (bar >= 0) {
    const caption = text.slice(0, bar).trim();
    const credit = text.slice(bar + 1).trim();
    return { ...(caption && { caption }), ...(credit && { credit }) };
  }
  return CREDIT.test(text) ? { credit: text } : { caption: text };
}
