type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML element. Attributes that are undefined are left out. */
export function xml(name: string, attributes: Attributes, content?: string | readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  if (content === undefined) return `<${name}${written}/>`;
  return `<${name}${written}>${typeof content === 'string' ? content : content.join('')}</${name}>`;
}

/** A text or the value of an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An XML file. */
export function xmlFile(root: string): string {
  return `${DECLARATION}${root}\n`;
}

/** A page of an EPUB. */
export function xhtmlFile(title: string, body: string, attributes: Attributes = {}): string {
  return xmlFile(
    xml(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: 'zh-CN',
        'xml:lang': 'zh-CN',
      },
      [
        '\n',
        xml('head', {}, [
          xml('meta', { charset: 'utf-8' }),
          xml('title', {}, escapeXml(title)),
          xml('link', { rel: 'stylesheet', href: 'style.css' }),
        ]),
        '\n',
        xml('body', attributes, body),
        '\n',
      ],
    ),
  );
}
