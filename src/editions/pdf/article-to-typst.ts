import type { Element } from 'hast';
import type { ArticleDocument } from '../issue-document.ts';
import { OUTPUTS } from '../differences.ts';
import { elementsOf } from '../hast.ts';
import { phrasesOf } from '#core/text/phrases.ts';
import { BodyWriter, labelOf } from './body-to-typst.ts';
import { widestRow } from './table-to-typst.ts';
import { type TypstCode, array, call, labelled, literal, sequence } from './typst-code.ts';
import type { TextSetter } from './typst-text.ts';

/** Target of the link in the line below the title that says that the article was corrected. */
const CORRECTIONS = 'article-corrections';

/** Context that all articles of an issue share. */
export interface IssueContext {
  setter: TextSetter;
  /** Ids of the articles in the issue. */
  articles: ReadonlySet<string>;
  /** Name of a picture's file in Typst's virtual file system. */
  fileOf(article: ArticleDocument, hash: string): string;
}

/** Layout of an article: in one column; in columns below a head of full width; in full width. */
export type ArticleLayout = 'column' | 'lead' | 'wide' | 'wide-lead';

export function layoutOf({ article, body }: ArticleDocument): ArticleLayout {
  const isWide = elementsOf(body).some((block) => widestRow(block) >= OUTPUTS.pdf.wideTable);
  if (article.lead) return isWide ? 'wide-lead' : 'lead';
  return isWide ? 'wide' : 'column';
}

/** Writes an article as a call of the template; other articles can link to it. */
export function articleToTypst(document: ArticleDocument, context: IssueContext): TypstCode {
  const { kicker, title, subtitle, byline, date, notes, cover, body, corrections, facts } = document;
  const { id } = document.article;
  const { setter } = context;
  const text = (value: string) => sequence(setter.text(value));
  const optional = (name: string, value: string | undefined) =>
    value === undefined ? {} : { [name]: { code: text(value) } };
  const writer = new BodyWriter({
    article: id,
    setter,
    fileOf: (hash) => context.fileOf(document, hash),
    linkTo: (link, content) => linkTo(link, content, id, context.articles),
  });
  const people = byline.map((part) => {
    const named = sequence([
      ...(part.role === undefined ? [] : [call('role', {}, text(part.role))]),
      text(part.text),
    ]);
    return part.url === undefined ? named : call('link', {}, literal(part.url), named);
  });
  const head = call('', {
    ...optional('kicker', kicker),
    title: { code: labelled(call('article-title', {}, setter.phrases(phrasesOf(title))), id) },
    ...optional('subtitle', subtitle),
    byline: { code: array([...people, text(date)]) },
    remarks: { code: array(notes.map((note) => writer.cell(note))) },
  });
  const foot = call('', {
    name: labelOf(id, CORRECTIONS),
    corrections: {
      code: array(corrections.map((correction) => array([text(correction.date), text(correction.text)]))),
    },
    facts: { code: array(facts.map((fact) => array([text(fact.label), text(fact.text)]))) },
  });
  return call(
    'article',
    {
      layout: layoutOf(document),
      head: { code: head },
      foot: { code: foot },
      ...(cover && { cover: { code: call('', writer.picture(cover)) } }),
    },
    writer.write(body),
  );
}

/** A link of an article: inside the PDF, to the web, or plain text if the target does not exist outside the site. */
function linkTo(
  { properties }: Element,
  content: TypstCode,
  own: string,
  articles: ReadonlySet<string>,
): TypstCode {
  const href = String(properties.href);
  const other = properties.dataArticle;
  if (href.startsWith('#')) return call('link-to', {}, literal(labelOf(own, href.slice(1))), content);
  if (typeof other === 'string' && articles.has(other)) return call('link-to', {}, literal(other), content);
  return /^(?:https?|mailto|tel):/iu.test(href) ? call('link', {}, literal(href), content) : content;
}
