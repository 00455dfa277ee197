/** Words that papers print before an editor's note. */
const LABEL =
  /^[【[（(]?\s*(?:编\s*者\s*按|编\s*者\s*的\s*话|编\s*后\s*语?|编\s*前\s*语?|开\s*栏\s*的\s*话|按\s*语|编\s*辑\s*手\s*记)\s*(?:[：:】\]）)]|$|\s)/u;

/** Whether a paragraph begins as an editor's note does: 编者按：…. */
export function isEditorsNote(text: string): boolean {
  return LABEL.test(text);
}
