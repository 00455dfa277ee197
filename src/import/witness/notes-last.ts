/** A footnote's definition: `[^1]: …` */
const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,200})\]:/u;
/** What ends a paragraph without an empty line. */
const NEW_BLOCK = /^ {0,3}(?:\[\^|#{1,6}[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|<)/u;

/** A Markdown text with its footnotes behind the rest, in the order of their calls; uncalled ones at the end. */
export function notesLast(source: string): string {
  const notes = new Map<string, string>();
  const rest: string[] = [];
  const repeated: string[] = [];
  let note: string[] | undefined;
  let label = '';
  const end = () => {
    if (note === undefined) return;
    if (notes.has(label)) repeated.push(note.join('\n'));
    else notes.set(label, note.join('\n'));
    note = undefined;
  };
  let afterEmpty = false;
  for (const line of source.split('\n')) {
    const own = DEFINITION.exec(line)?.[1];
    const isEmpty = line.trim() === '';
    const goesOn = isEmpty || /^(?: {4}|\t)/u.test(line) || (!afterEmpty && !NEW_BLOCK.test(line));
    if (own !== undefined) {
      end();
      label = own.toLowerCase();
      note = [line];
    } else if (note && goesOn) note.push(line);
    else {
      end();
      rest.push(line);
    }
    afterEmpty = isEmpty;
  }
  end();
  if (notes.size === 0) return source;
  const called = new Set<string>();
  let text = rest.join('\n');
  for (let at = 0; ;) {
    // Footnotes may call footnotes, so the text grows while it is read.
    const call = /\[\^([^\]\s]{1,200})\]/gu;
    call.lastIndex = at;
    const found = call.exec(text);
    if (!found) break;
    at = call.lastIndex;
    const id = (found[1] ?? '').toLowerCase();
    const called_ = notes.get(id);
    if (called_ === undefined || called.has(id)) continue;
    called.add(id);
    text += `\n${called_}`;
  }
  const uncalled = [...notes].flatMap(([id, each]) => (called.has(id) ? [] : [each]));
  return [text, ...uncalled, ...repeated].join('\n');
}
