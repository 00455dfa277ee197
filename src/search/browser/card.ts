import type { Document } from './engine.ts';
import { type Excerpt, excerptsOf, marked, markPattern, type Part } from './excerpts.ts';
import type { Answer } from './search.ts';

/** One result: title, category, issue and date, and up to three excerpts. */
export interface Card {
  url: string;
  kicker?: string;
  title: Part[];
  /** Places in the title where a line may break. */
  breaks: number[];
  excerpts: { url: string; parts: Part[] }[];
  facts: string[];
  /** Whether the article is only related to the query. */
  isRelated: boolean;
}

export function cardOf(document: Document, answer: Answer): Card {
  const { url, kicker, title, breaks, category, issue, date } = document;
  const hits = markPattern(answer.phrases, answer.mode);
  return {
    url: addressOf(url, answer),
    ...(kicker && { kicker }),
    title: marked(title, hits),
    breaks,
    excerpts: excerptsOf(document, hits).map(({ parts, anchor }) => ({
      url: addressOf(url, answer, anchor),
      parts,
    })),
    facts: [category, issue, date].filter(Boolean),
    isRelated: answer.mode === 'related',
  };
}

/** The address of a result, with the phrases that the article page highlights. */
function addressOf(url: string, { phrases }: Answer, anchor?: Excerpt['anchor']): string {
  const marks = String(new URLSearchParams(phrases.slice(0, 5).map((phrase) => ['mark', phrase])));
  return `${url}${marks && `?${marks}`}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}
