import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';

const PROSE = '丙县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。';
const GOOD = `园区要闻\n丙县打通断头路\n本报讯（记者 张三）${PROSE}\n`;

let content = '';
let desk = '';
beforeAll(async () => {
  content = await writeFiles(bulletinFiles());
  desk = await writeFiles({
    '来稿/一.txt': GOOD,
    '来稿/二.md': `# 甲园再添新企业\n\n记者 李四\n\n${PROSE.replace('丙县', '甲园')}\n`,
    '来稿/坏.docx': '这不是 Word',
    '来稿/工地.jpg': '没有稿件提到',
    '来稿/照片/合影.png': '没有稿件提到',
    '来稿/~$一.docx': '锁',
    '来稿/.DS_Store': '',
  });
  const zip = zipSync({
    '三.txt': strToU8(GOOD.replace('断头路', '最后一公里')),
    '图.jpg': new Uint8Array([1]),
  });
  await writeFile(path.join(desk, '包.zip'), zip);
});

const places = (text: string) => text.replaceAll(content, '<刊物>').replaceAll(desk, '<桌面>');

describe('npm run import', { timeout: 60_000 }, () => {
  it('imports the files of a folder; an unreadable file does not stop the others', async () => {
    const { code, stdout } = await runHere('import', [path.join(desk, '来稿'), '--content', content]);
    expect(code).toBe(1);
    expect(places(stdout)).toMatchInlineSnapshot(`
      "<刊物>/inbox/bing-xian-da-tong-duan-tou-lu.md
        标题：丙县打通断头路
        栏目：园区要闻
        电头：本报讯（记者 张三）
        署名：记者 张三
        县区：丙县
        请补：
          体裁（genre）：可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告
          权利（rights）：own 本刊、reprint 转载、cleared 已获授权、unknown 未明
          园区（park）：写登记的名字，如甲园电子信息产业园、甲县经济开发区；不写园区的，加一行 scope: 县区（或市、省、全国）

      <刊物>/inbox/jia-yuan-zai-tian-xin-qi-ye.md
        标题：甲园再添新企业
        署名：记者 李四
        园区：甲园
        请补：
          栏目（category）：可选：园区要闻、特稿、双招双引
          体裁（genre）：可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告
          权利（rights）：own 本刊、reprint 转载、cleared 已获授权、unknown 未明

      <桌面>/来稿：有 2 张图片没有稿件提到，没有导入：工地.jpg、照片/合影.png。要用的，在稿件里写上文件名再导入，或者以后补

      <桌面>/来稿/坏.docx：没有导入。名字是 .docx，内容却不是，可能没有下载完整，或者改过扩展名
          改法：用原来的程序打开它，另存为 .docx；打不开的话向作者重新要一份

      导入 2 篇，没有导入的文件 1 个。
      "
    `);
    expect((await readdir(path.join(content, 'inbox'))).toSorted()).toEqual([
      'bing-xian-da-tong-duan-tou-lu.md',
      'images',
      'jia-yuan-zai-tian-xin-qi-ye.md',
    ]);
  });

  it('reads zips, and prints the report as JSON', async () => {
    const { code, stdout } = await runHere('import', [
      path.join(desk, '包.zip'),
      '--content',
      content,
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(places(stdout))).toMatchInlineSnapshot(`
      {
        "articles": [
          {
            "blanks": [
              {
                "field": "genre",
                "hint": "可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告",
                "label": "体裁",
              },
              {
                "field": "rights",
                "hint": "own 本刊、reprint 转载、cleared 已获授权、unknown 未明",
                "label": "权利",
              },
              {
                "field": "park",
                "hint": "写登记的名字，如甲园电子信息产业园、甲县经济开发区；不写园区的，加一行 scope: 县区（或市、省、全国）",
                "label": "园区",
              },
            ],
            "byline": [
              {
                "name": "张三",
                "org": null,
                "role": "记者",
              },
            ],
            "category": "园区要闻",
            "county": [
              "丙县",
            ],
            "date": null,
            "dateline": "本报讯（记者 张三）",
            "file": "<刊物>/inbox/bing-xian-da-tong-zui-hou-yi-gong.md",
            "genre": null,
            "input": "<桌面>/包.zip/三.txt",
            "kicker": null,
            "links": [],
            "masked": false,
            "park": [],
            "pictures": [],
            "rights": null,
            "series": null,
            "source": null,
            "subtitle": null,
            "title": "丙县打通最后一公里",
            "warnings": [],
            "written": true,
          },
        ],
        "errors": [],
        "removed": [],
        "unusedPictures": [
          {
            "input": "<桌面>/包.zip",
            "pictures": [
              "图.jpg",
            ],
          },
        ],
        "warnings": [],
      }
    `);
  });

  it('does not change an article that was imported before, edited or moved to an issue', async () => {
    const file = path.join(content, 'inbox/bing-xian-da-tong-duan-tou-lu.md');
    const edited = (await readFile(file, 'utf8')).replace('每周', '每月');
    await writeFile(file, edited);
    const again = await runHere('import', [path.join(desk, '来稿/一.txt'), '--content', content]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('（以前导入过，没有改动）');
    expect(again.stdout).toMatch(/导入 0 篇，以前导入过、没有改动的 1 篇。\n$/u);
    expect(await readFile(file, 'utf8')).toBe(edited);
    const moved = path.join(content, 'issues/2022-09/duan-tou-lu.md');
    await mkdir(path.dirname(moved), { recursive: true });
    await rename(file, moved);
    const { stdout } = await runHere('import', [
      path.join(desk, '来稿/一.txt'),
      '--content',
      content,
      '--json',
    ]);
    expect(JSON.parse(stdout).articles[0]).toMatchObject({ file: moved, written: false });
    await expect(readFile(file)).rejects.toThrow();
  });

  it('chooses another file name if one exists', async () => {
    const other = path.join(desk, '另一篇.txt');
    await writeFile(other, GOOD.replace('逐条', '逐项'));
    await writeFile(path.join(content, 'inbox/bing-xian-da-tong-duan-tou-lu.md'), '编辑自己的稿子');
    const { stdout } = await runHere('import', [other, '--content', content, '--json']);
    expect(path.basename(JSON.parse(stdout).articles[0].file)).toBe('bing-xian-da-tong-duan-tou-lu-2.md');
  });

  it('prints its usage on wrong arguments', async () => {
    const none = await runHere('import', []);
    expect([none.code, none.stderr.split('\n')[0]]).toEqual([2, '要写上导入哪些文件']);
    const unknown = await runHere('import', ['a.txt', '--contents', 'x']);
    expect(unknown.code).toBe(2);
    const help = await runHere('import', ['--help']);
    expect([help.code, help.stdout.split('\n')[0]]).toEqual([
      0,
      '用法：npm run import -- <文件或文件夹…> [--content <文件夹>] [--json]',
    ]);
    const missing = await runHere('import', ['没有.txt', '--content', content]);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toContain(
      '没有.txt：没有导入。没有这个文件\n    改法：检查路径；有空格的路径要加引号',
    );
  });
});
