import { isScalar, parseDocument } from 'yaml';
import { asRead, type Edit, editAsRead, editBetween, withEdits } from '#core/text/edit.ts';
import { findFrontMatter } from '#core/text/find-front-matter.ts';
import { parseYaml } from '#core/yaml-source.ts';
import type { FormField } from './form-field.ts';
import { fromForm, toForm } from './form-value.ts';
import { wholeText, yamlEdits } from './yaml-edit.ts';
import type { YamlMap } from './yaml-text.ts';

/** How to read a kind of file into the form and write it back: as Markdown, one object, or a list. */
export interface FormFile {
  shape: 'markdown' | 'object' | 'list';
  fields: readonly FormField[];
}

type Content = Record<string, unknown>;

/** Key of the file's original text, so that saving can leave unedited lines unchanged. */
export const TEXT_BEFORE = 'textBefore';
/** Key of the pictures added in the form; saving replaces their marks in the body. */
export const ADDED_PICTURES = 'addedPictures';
/** Key of a list's entries. */
export const ENTRIES = 'entries';
/** Key of all names that may refer to a park; relations offer them. */
export const NAMES = 'names';

/**
 * Reads a file for the form.
 * @throws if the YAML is invalid, with the line, the problem and the fix
 */
export function readFormFile({ shape, fields }: FormFile, text: string): Content {
  if (shape === 'markdown') {
    const { yaml, body, firstLine } = splitMarkdown(asRead(text));
    const { shown } = readValues(fields, yaml, firstLine);
    return { ...shown, body: body.trim(), [TEXT_BEFORE]: text };
  }
  if (shape === 'object') {
    const { shown } = readValues(fields, asRead(text));
    return { ...shown, ...namesOf(shown), [TEXT_BEFORE]: text };
  }
  const entries = readEntries(fields, asRead(text));
  return { [ENTRIES]: entries.map(({ shown }) => shown), [TEXT_BEFORE]: text };
}

/** Returns the text to save. Only lines with an edited value differ from the file's text; line ends stay as they are. */
export function writeFormFile({ shape, fields }: FormFile, content: Content): string {
  const onDisk = typeof content[TEXT_BEFORE] === 'string' ? content[TEXT_BEFORE] : undefined;
  const before = onDisk === undefined ? undefined : asRead(onDisk);
  if (shape === 'list') {
    const entries = before === undefined ? [] : readEntries(fields, before);
    const shown = content[ENTRIES];
    const written = (Array.isArray(shown) ? shown : []).map((entry: Content) => {
      const known = entries.find(({ shown: { id } }) => id === entry.id);
      return fromForm(fields, entry, known ?? { values: {}, shown: {} });
    });
    return before === undefined || onDisk === undefined
      ? wholeText(written)
      : editAsRead(onDisk, yamlEdits(before, written));
  }
  if (before === undefined || onDisk === undefined) {
    const fresh = wholeText(fromForm(fields, content, { values: {}, shown: {} }));
    return shape === 'markdown' ? `---\n${fresh}---\n${bodyText(bodyOf(content))}` : fresh;
  }
  if (shape === 'object') return editAsRead(onDisk, editsOfValues(fields, before, content));
  const { yaml, yamlStart, body } = splitMarkdown(before);
  const now = bodyOf(content);
  const changes = editsOfValues(fields, yaml, content);
  const inYaml =
    yamlStart === undefined
      ? [{ start: 0, end: 0, text: `---\n${withEdits(yaml, changes)}---\n` }]
      : changes.map((edit) => shifted(edit, yamlStart));
  const inBody = now === body.trim() ? [] : [editBetween(body, bodyText(now))];
  return editAsRead(onDisk, [...inYaml, ...inBody.map((edit) => shifted(edit, before.length - body.length))]);
}

function shifted({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}

function bodyText(text: string): string {
  return text === '' ? '' : `\n${text}\n`;
}

/** Returns the placeholder, on a separate line of the body, for a picture that saving inserts. */
export function pictureMark(index: number): string {
  return `【插图${index + 1}】`;
}

/** Returns the body with a line for each added picture: in place of its mark, or at the end. */
function bodyOf(content: Content): string {
  const added = content[ADDED_PICTURES];
  return (Array.isArray(added) ? added : []).reduce<string>(
    (body, picture: Content, index) => {
      const { src, alt = '', caption, credit } = picture as Record<string, string | undefined>;
      if (!src || body.includes(`](${src}`)) return body;
      const title = [caption, credit].filter(Boolean).join('｜').replaceAll('"', '”');
      const line = `![${alt}](${src}${title ? ` "${title}"` : ''})`;
      const mark = new RegExp(`^[ \\t\u3000]*${pictureMark(index)}[ \\t\u3000]*$`, 'mu');
      if (mark.test(body)) return body.replace(mark, () => line);
      return [body, line].filter(Boolean).join('\n\n');
    },
    String(content.body ?? '').trim(),
  );
}

/** @param text with LF line ends, without a byte order mark */
function splitMarkdown(text: string): { yaml: string; yamlStart?: number; body: string; firstLine: number } {
  const found = findFrontMatter(text);
  if (found === undefined || found === 'open') return { yaml: '', body: text, firstLine: 1 };
  const { yamlStart, yamlEnd, bodyStart } = found;
  return { yaml: text.slice(yamlStart, yamlEnd), yamlStart, body: text.slice(bodyStart), firstLine: 2 };
}

interface Read {
  values: Content;
  shown: Content;
}

function readValues(fields: readonly FormField[], yaml: string, firstLine = 1): Read {
  const { data, typed } = read(yaml, firstLine);
  const values = (data ?? {}) as Content;
  return { values, shown: toForm(fields, values, typed) };
}

function readEntries(fields: readonly FormField[], yaml: string): Read[] {
  const { data, typed } = read(yaml, 1);
  return (Array.isArray(data) ? data : []).map((values: Content, index) => ({
    values,
    shown: toForm(fields, values, typed, [index]),
  }));
}

function read(yaml: string, firstLine: number) {
  const { data, findings } = parseYaml(yaml, firstLine);
  const [finding] = findings;
  if (finding) throw new Error(`第 ${finding.line} 行：${finding.problem}。改法：${finding.fix}`);
  const document = parseDocument(yaml);
  const typed = (path: (string | number)[]) => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  return { data, typed };
}

function editsOfValues(fields: readonly FormField[], yaml: string, content: Content): Edit[] {
  const before = readValues(fields, yaml);
  return yamlEdits(yaml, fromForm(fields, content, before) as YamlMap);
}

/** Returns all names of a park: the full and the short one. */
export function namesOf({ name, shortName }: Content): Content {
  if (typeof name !== 'string') return {};
  const names = typeof shortName === 'string' && shortName !== name ? [shortName, name] : [name];
  return { [NAMES]: names };
}
