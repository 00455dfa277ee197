import type { XmlElement } from './xml.ts';

/**
 * Complex fields: begin, code, separate, result, end. Fields nest. A result may span several paragraphs,
 * a code may not.
 */
export interface Fields {
  /** @param element that begins the field */
  begin(element?: XmlElement): void;
  /** Appends text to the innermost code. */
  code(text: string): void;
  /** @param linkOf returns the address that a code links to, if any */
  separate(linkOf: (code: string) => string | undefined): void;
  /** @returns the field that ends here */
  end(): EndedField | undefined;
  /** Ends codes left open at the end of a paragraph; otherwise all following text would count as code. */
  closeCodes(): void;
  isCode(): boolean;
  /** Whether the text is inside a table of contents or an index. */
  isContents(): boolean;
  /** Address of the innermost hyperlink field. */
  link(): string | undefined;
}

export interface EndedField {
  code: string;
  begin: XmlElement | undefined;
  /** Whether what the field shows is in the file. */
  hasResult: boolean;
}

interface Field extends EndedField {
  isCode: boolean;
  link: string | undefined;
}

const CONTENTS = /^\s*(?:TOC|TOA|INDEX)\b/iu;

export function createFields(): Fields {
  const open: Field[] = [];
  let codes = 0;
  const close = (field: Field) => {
    if (field.isCode) codes -= 1;
    field.isCode = false;
  };
  return {
    begin(element) {
      open.push({ code: '', begin: element, hasResult: false, isCode: true, link: open.at(-1)?.link });
      codes += 1;
    },
    code(text) {
      const field = open.at(-1);
      if (field) field.code += text;
    },
    separate(linkOf) {
      const field = open.at(-1);
      if (!field?.isCode) return;
      field.link = linkOf(field.code) ?? field.link;
      field.hasResult = true;
      close(field);
    },
    end() {
      const field = open.pop();
      if (field) close(field);
      return field;
    },
    closeCodes() {
      for (let at = open.length - 1; codes > 0 && at >= 0; at -= 1) {
        const field = open[at];
        if (field) close(field);
      }
    },
    isCode: () => codes > 0,
    isContents: () => open.some(({ code, hasResult }) => hasResult && CONTENTS.test(code)),
    link: () => open.at(-1)?.link,
  };
}

/** The address in the code `HYPERLINK "https://…"`; undefined for other fields and for bookmarks. */
export function hyperlinkOf(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]*)"/iu.exec(code)?.[1] ?? /^\s*HYPERLINK\s+([^\s"\\]\S*)/iu.exec(code)?.[1];
}

/** Whether a code is a formula or compound character: `EQ \o\ac(○,1)`. */
export function isEquation(code: string): boolean {
  return /^\s*EQ\s/iu.test(code);
}
