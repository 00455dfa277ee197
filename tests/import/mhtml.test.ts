import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { codes, body, imported, MORE, PROSE, THIRD } from '../lib/imported.ts';

const quoted = (text: string | Uint8Array, width = 70) => {
  const signs = [...Buffer.from(text)].map((byte) =>
    byte === 0x0a
      ? '\r\n'
      : byte >= 0x20 && byte < 0x7f && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = '';
  let out = '';
  for (const sign of signs) {
    if (sign === '\r\n') line = '';
    else if (line.length + sign.length > width) {
      out += '=\r\n';
      line = '';
    }
    line += sign === '\r\n' ? '' : sign;
    out += sign;
  }
  return out;
};

/** A page as Chrome saves it. */
async function chromePage(html: string): Promise<string> {
  const picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#38c' } })
    .webp()
    .toBuffer();
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://www.example.cn/a.html',
    'Subject: =?utf-8?Q?=E9=A2=98?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--x1----"',
    '',
    '',
    '------MultipartBoundary--x1----',
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://www.example.cn/a.html',
    '',
    quoted(html),
    '------MultipartBoundary--x1----',
    'Content-Type: image/webp',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://img.example.cn/640?wx_fmt=jpeg&tp=webp',
    '',
    picture.toString('base64').replace(/(.{76})/gu, '$1\r\n'),
    '------MultipartBoundary--x1----',
    'Content-Type: text/css',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'p { color: red }',
    '------MultipartBoundary--x1------',
    '',
  ].join('\r\n');
}

describe('a page saved as one file', () => {
  it('gives its article and its pictures', async () => {
    const html = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>桥修好了</h1><p>${PROSE}甲=3。</p>\n<p><img src="https://img.example.cn/640?wx_fmt=jpeg&amp;tp=webp" alt="新桥"></p><p>${THIRD}</p></body></html>`;
    const { articles } = await imported(await chromePage(html), 'a.mhtml');
    expect(articles).toHaveLength(1);
    expect(codes(articles[0] as never)).toEqual([]);
    expect(body(articles[0] as never)).toBe(
      `${PROSE}甲=3。\n\n![新桥](./images/qiao-xiu-hao-le-1.jpg)\n\n${THIRD}\n`,
    );
  });

  it('by Word in GB 2312, under the name .doc', async () => {
    const gb = Buffer.from(
      '3c68746d6c3e3c626f64793e3c68313ed0c2c7c5cda8b3b53c2f68313e3c703ebdf1ccecc9cfcee7a3acd0c2c7c5cda8b3b5a1a3c7c5b3a4b0d9c3d7a3acbfedcaaec3d7a3accdacd0d0b5c4b3b5c1beb1c8cdf9c4eab6e0c1cbd2bbb1b6a1a33c2f703e3c2f626f64793e3c2f68746d6c3e',
      'hex',
    );
    const mht = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="----=_NextPart_1"',
      '',
      'This is a page.',
      '',
      '------=_NextPart_1',
      'Content-Location: file:///C:/A/B.htm',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/html; charset="gb2312"',
      '',
      quoted(gb),
      '------=_NextPart_1--',
    ].join('\n');
    const { articles } = await imported(mht, 'a.doc');
    expect(articles[0]?.report.title).toBe('新桥通车');
    expect(body(articles[0] as never)).toBe(
      '今天上午，新桥通车。桥长百米，宽十米，同行的车辆比往年多了一倍。\n',
    );
  });

  it('of WeChat has its fields', async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><h1 class="rich_media_title" id="activity-name">桥修好了</h1><a id="js_name">南山发布</a><em id="publish_time">2022年9月3日 08:00</em><div id="js_content" style="visibility:hidden"><p>${MORE}</p></div></body></html>`;
    const { articles } = await imported(await chromePage(html), 'a.mht');
    expect(articles[0]?.report).toMatchObject({ source: '南山发布', date: '2022-09-03', rights: 'unknown' });
    expect(body(articles[0] as never)).toBe(`${MORE}\n`);
  });

  it('without a page is refused', async () => {
    const mail = 'MIME-Version: 1.0\nContent-Type: text/plain\n\n正文\n';
    await expect(imported(mail, 'a.mht')).rejects.toMatchObject({
      message: '网页存档里没有网页，可能没有存完整',
      fix: '用浏览器打开原来的网页，再存一次：“另存为—网页，全部”',
    });
    const deep = Array.from(
      { length: 9 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=a${depth}\n\n--a${depth}\n`,
    ).join('');
    await expect(imported(`MIME-Version: 1.0\n${deep}`, 'a.mht')).rejects.toThrow(
      '网页存档里的文件多得不像一篇文章',
    );
  });
});
