/** A footnote definition: `[^1]: …` */
const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*/u;
const CALL = /\[\^([^\]\s]{1,200})\]/gu;
/** Start of an HTML block (CommonMark, 4.6). */
const HTML =
  '<(?:!--|\\?|![a-z]|(?:script|pre|style|textarea)(?=[\\s>]|$)|/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\\s/>]|$))';
/** Lines after which an unindented line does not continue the block. */
const CLOSED = new RegExp(`^\\s*(?:#{1,6}(?:[ \\t]|$)|\`{3}|~{3}|${HTML}|(?:[-*_=][ \\t]*){3,}$|$)`, 'iu');
/** Blocks that can interrupt a paragraph. */
const INTERRUPTS = new RegExp(
  `^ {0,3}(?:#{1,6}(?:[ \\t]|$)|\`{3}|~{3}|>|[-*+][ \\t]+\\S|1[.)][ \\t]+\\S|${HTML}|(?:[-*_][ \\t]*){3,}$)`,
  'iu',
);

interface NoteLines {
  id: string;
  lines: string[];
  /** Whether an unindented line may continue its last paragraph. */
  isOpen: boolean;
}

/**
 * Moves the footnote definitions of a Markdown text to its end, in the order of their references;
 * definitions that are unreferenced or repeated come last.
 */
export function moveNotesToEnd(source: string): string {
  const { rest, all } = separateNotes(source);
  const notes = new Map(all.toReversed().map((note) => [note.id, note]));
  const placed = new Set<NoteLines>();
  let text = rest;
  const calls = new RegExp(CALL);
  // Footnotes may reference footnotes, so the text grows during the loop.
  for (let call = calls.exec(text); call; call = calls.exec(text)) {
    const note = notes.get((call[1] ?? '').toLowerCase());
    if (!note || placed.has(note)) continue;
    placed.add(note);
    text += `\n${note.lines.join('\n')}`;
  }
  const uncalled = all.filter((note) => !placed.has(note));
  const [first, repeated] = [true, false].map((is) =>
    uncalled.filter((note) => (notes.get(note.id) === note) === is),
  );
  return [text, ...[...(first ?? []), ...(repeated ?? [])].flatMap(({ lines }) => lines)].join('\n');
}

function separateNotes(source: string): { rest: string; all: NoteLines[] } {
  const rest: string[] = [];
  const all: NoteLines[] = [];
  let note: NoteLines | undefined;
  for (const line of source.split('\n')) {
    const definition = DEFINITION.exec(line);
    if (definition) {
      const isOpen = !CLOSED.test(line.slice(definition[0].length));
      note = { id: (definition[1] ?? '').toLowerCase(), lines: [line], isOpen };
      all.push(note);
      continue;
    }
    const isOwn = line.trim() === '' || /^(?: {4}|\t)/u.test(line);
    if (note && (isOwn || (note.isOpen && !INTERRUPTS.test(line)))) {
      note.lines.push(line);
      note.isOpen = !CLOSED.test(line);
    } else {
      note = undefined;
      rest.push(line);
    }
  }
  return { rest: rest.join('\n'), all };
}
