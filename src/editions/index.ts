export { articlesOf, issueDocument } from './issue-document.ts';
export type { ArticleDocument, BylinePart, DocumentSource, IssueDocument } from './issue-document.ts';
export { articleText, plainText } from './plain-text.ts';
export { EditionError } from './edition-error.ts';
