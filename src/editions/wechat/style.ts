/**
 * The styles of a text in WeChat. Its editor drops style sheets, classes, ids, variables and scripts, so every
 * element needs an inline style; the styles are short, because they count as characters of the text.
 */

const BORDER = 'border:1px solid #d9d4c8';
const SMALL = 'font-size:14px;color:#666';

/** Elements of an article, each with the element that stands for it in WeChat and its style. */
export const ELEMENTS: Readonly<Record<string, readonly [name: string, style?: string]>> = {
  p: ['p', 'margin:0 0 1em'],
  h2: ['h2', 'margin:1.6em 0 .8em;font-size:19px'],
  h3: ['h3', 'margin:1.4em 0 .7em;font-size:17px'],
  h4: ['h4', 'margin:1.2em 0 .6em;font-size:16px'],
  h5: ['h5', 'margin:1em 0 .5em;font-size:16px'],
  h6: ['h6', 'margin:1em 0 .5em;font-size:16px'],
  ul: ['ul', 'margin:0 0 1em;padding-left:1.5em'],
  ol: ['ol', 'margin:0 0 1em;padding-left:1.5em'],
  li: ['li'],
  blockquote: ['blockquote', 'margin:0 0 1em;padding-left:1em;border-left:3px solid #d9d4c8'],
  figure: ['section', 'margin:1.5em 0;text-align:center'],
  figcaption: ['p', SMALL],
  pre: ['pre', 'margin:0 0 1em;white-space:pre-wrap;font-size:14px'],
  table: ['table', 'border-collapse:collapse;width:100%;font-size:14px'],
  caption: ['caption', 'font-weight:bold'],
  thead: ['thead'],
  tbody: ['tbody'],
  tr: ['tr'],
  th: ['th', `${BORDER};padding:4px;background:#f4efe4`],
  td: ['td', `${BORDER};padding:4px`],
  hr: ['hr', 'margin:1.5em 0'],
  br: ['br'],
  code: ['code'],
  em: ['em'],
  strong: ['strong'],
  del: ['del'],
  sub: ['sub'],
  sup: ['sup'],
};

/** Styles of parts that are not elements of an article. */
export const PARTS = {
  text: 'font-size:16px;line-height:1.8;color:#222;text-align:justify',
  kicker: 'margin:0;color:#9a3324',
  subtitle: 'margin:0 0 .5em;font-size:17px',
  byline: `margin:0 0 1.5em;${SMALL}`,
  note: `margin:0 0 1em;${SMALL}`,
  picture: 'padding:2em 1em;background:#fff3cd;border:1px dashed #b8860b;text-align:center',
  credit: 'margin-left:1em',
  wide: 'overflow-x:auto',
  notes: `margin:0 0 .3em;${SMALL};word-break:break-all`,
  heading: 'margin:1.6em 0 .5em;font-size:16px',
} as const;
