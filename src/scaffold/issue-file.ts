import { Document } from 'yaml';
import { type IssueFile, issueSchema } from '#core/schema/issue.ts';

/** Returns the text of `issue.yaml`: fields in the order of the content model, lists on one line. */
export function issueFile(issue: IssueFile): string {
  const document = new Document({});
  for (const key of Object.keys(issueSchema.shape) as (keyof IssueFile)[]) {
    const value = issue[key];
    if (value !== undefined) document.set(key, document.createNode(value, { flow: Array.isArray(value) }));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
