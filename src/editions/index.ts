export { articlesOf, issueDocument } from './issue-document.ts';
export type { ArticleDocument, IssueDocument } from './issue-document.ts';
export { articleText, plainText } from './plain-text.ts';
export type { EditionMedia, EditionPicture } from './edition-writer.ts';
export { epubWriter } from './epub/epub.ts';
export { OUTPUTS } from './differences.ts';
export { picturesIn } from './pictures-in.ts';
