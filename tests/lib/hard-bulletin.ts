import sharp from 'sharp';
import { makeText, numbers, randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { article, bulletinFiles, type Files } from './bulletin-files.ts';
import { drawn } from './hostile-svg.ts';

/** A title of 40 characters with a name, a number, a quotation, a dash and marks that must not begin a line. */
export const LONG_TITLE =
  '“四个一批”落地见效：甲园前8个月完成投资41.22亿元，标准厂房5×8栋——电子信息产业链稳步扩大';

/** Titles in which a line break inside a word is easy to see. */
const TITLES = [
  LONG_TITLE,
  '乙市城区开发区召开现场会',
  '园区里的夜校：下班以后的两个小时',
  '1—8月规模以上工业增加值增长6.8%',
  '科技型中小企业如何走出“死亡之谷”',
  '基础设施先行',
];

/** Prose with everything that breaks lines badly. */
const TYPESETTING = `甲园1—8月完成投资41.22亿元，每栋5×8米，温度20～25摄氏度，企业家约翰·史密斯来访——这是他第三次来。${'“先备地、再招商”，'.repeat(12)}园区负责人说。

办法全文见 https://example.com/policies/2022/09/measures-for-the-administration-of-standard-workshops-in-development-zones.html ，共十二条。GDP增长6.8%，RCEP生效，5G基站12座。

“首问负责”是*写进章程的制度*。英文叫 *first asked* 。

> 先备好土地，再等项目上门，园区的企业不用等。
>
> 手续在一个窗口办完，三天之内给答复。

${numbers(12)
  .map(
    (index) => `第${index + 1}条，${'标准厂房按层出租，'.repeat(3)}到期续签——不涨价·不加码～不拖延×不推诿。`,
  )
  .join('\n\n')}
`;

const HEADS = [
  '项目',
  '责任单位',
  '计划投资（亿元）',
  '完成投资（亿元）',
  '完成比例',
  '开工时间',
  '竣工时间',
  '备注',
];
const row = (index: number) =>
  `| 甲园电子信息产业园${index + 1}期 | 管委会 | ${(index + 1) * 12.5} | ${(index + 1) * 4.25} | ${34 + index}% | 2022年${index + 1}月 | 2023年${index + 1}月 | 厂房已经封顶，设备正在安装 |`;
const TABLE = `各项目进度如下。

| ${HEADS.join(' | ')} |
| ${HEADS.map((_, index) => (index > 1 && index < 5 ? '--:' : '---')).join(' | ')} |
${numbers(8).map(row).join('\n')}

完成比例按投资额计算。

| 名目 | 数值 |
| --- | --: |
| 规模以上工业企业 | 128 |
| 高新技术企业 | 46 |
`;
const CHART = `<BarChart caption="前八个月投资" unit="亿元" data="基础设施 4209.0；产业项目和技术改造 122.0；民生 8" source="甲园统计室" />`;

/**
 * A made bulletin of pages that are hard to lay out: an issue of 80 articles without a cover, one of a single article,
 * a text of 20,000 characters, 30 pictures, a wide table, titles of 40 characters, a park with articles of many years.
 */
export async function hardBulletin(): Promise<Files> {
  const random = randomNumbers(9);
  const prose = (paragraphs: number) =>
    makeText(1, random, paragraphs)
      .blocks.filter((block) => !block.startsWith('#'))
      .slice(0, paragraphs);
  const photo = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#6a8a94' } })
    .jpeg()
    .toBuffer();
  const tall = await sharp({ create: { width: 900, height: 1400, channels: 3, background: '#8a7a5a' } })
    .jpeg()
    .toBuffer();
  const long = numbers(16)
    .map(
      (index) =>
        `## ${'一二三四五六七八九十'[index % 10]}、${makeText(index, random, 1).title.replace(/（\d+）/u, '')}\n\n${index % 4 === 0 ? '### 两件难事\n\n' : ''}${prose(9).join('\n\n')}`,
    )
    .join('\n\n');
  const pictures = numbers(30).map(
    (index) =>
      `![厂区](./images/${index % 5 === 4 ? 'tall' : 'photo'}.jpg "厂区一角，第${index + 1}张｜摄影：甲某")`,
  );
  const categories = ['特稿', '园区要闻', '双招双引'];
  const files: Files = {
    'pages/about.md': '---\ntitle: 关于\n---\n\n测试用的小刊。\n',
    'pages/corrections.md': '---\ntitle: 更正\n---\n\n发现错处，请告诉编辑部。\n',
    'issues/2022-09/images/photo.jpg': photo,
    'issues/2022-09/images/tall.jpg': tall,
    'issues/2022-09/first.md': article(
      LONG_TITLE,
      'lead: true\nkicker: 甲园开发区年中经济运行分析会召开\nsubtitle: 前八个月项目建设综述\n',
      prose(6).join('\n\n'),
    ),
    'issues/2022-09/second.md': article('正文里的难处', '', TYPESETTING),
    'issues/2022-09/long.md': article(
      '两万字的调查',
      '',
      `${long}\n\n${'这是注的出处[^1]，还有一处[^2]。'}\n\n[^1]: 甲园统计室，2022年8月。\n\n[^2]: 乙市统计局，2022年9月。`,
    ),
    'issues/2022-09/pictures.md': article('三十张图片', '', pictures.join('\n\n下一张。\n\n')),
    'issues/2022-09/table.mdx': article('宽表和图表', '', `${TABLE}\n\n${CHART}`),
    ...issue('2022-08', 2),
    'issues/2022-08/only.md': article('只有这一篇', 'lead: true\n', prose(4).join('\n\n')),
    ...issue('2022-07', 3, '封面是一幅画'),
    'issues/2022-07/images/drawing.svg': drawn(
      '<path d="M40 400 L200 120 L360 400 Z M420 400 V180 H560 V400" fill="none" stroke="#000" stroke-width="8"/>',
    ).replace('width="9" height="9"', 'width="600" height="440"'),
    'issues/2022-07/drawn.md': article(
      '一张透明的图',
      'lead: true\ncover: { src: ./images/drawing.svg, alt: 厂房轮廓, caption: 厂房轮廓, credit: 制图：甲某 }\n',
      prose(5).join('\n\n'),
    ),
    ...issue('2022-06', 4),
    'issues/2022-06/images/photo.jpg': photo,
    'issues/2022-06/lead.md': article(
      '头条有图，别的没有',
      'lead: true\ncover: { src: ./images/photo.jpg, alt: 厂区, credit: 摄影：甲某 }\n',
      prose(3).join('\n\n'),
    ),
    'issues/2022-06/beside.md': article('站在头条旁边', '', prose(2).join('\n\n')).replace(
      '园区要闻',
      '特稿',
    ),
    'issues/2022-06/early.md': article(
      '没有封面，先是一张图',
      '',
      `${prose(1).join('')}\n\n![厂区](./images/photo.jpg "厂区一角｜摄影：甲某")`,
    ),
    ...Object.fromEntries(
      numbers(2).map((index) => [
        `issues/2022-06/c${index}.md`,
        article(`下面的第${index + 1}篇`, '', prose(2).join('\n\n')),
      ]),
    ),
    'parks/chong.yaml': 'name: 重庄经济开发区\ncounty: 丙县\n',
    'parks/an.yaml': 'name: 安县经济开发区\ncounty: 丙县\n',
  };
  for (const index of numbers(75)) {
    const { title, blocks } = makeText(index, random, 2);
    const more = `${index % 13 === 4 ? 'cover: { src: ./images/photo.jpg, alt: 厂区, credit: 摄影：甲某 }\n' : ''}`;
    const text = article(TITLES[index % 17] ?? title.replace(/（\d+）/u, ''), more, blocks.join('\n\n'));
    files[`issues/2022-09/a${index}.md`] = text.replace('园区要闻', categories[index % 3] ?? '特稿');
  }
  for (const index of numbers(60)) {
    // Two issues a year: each has a share picture, which takes a tenth of a second.
    const id = `${2016 + (index % 6)}-0${1 + (Math.floor(index / 6) % 2)}`;
    Object.assign(files, issue(id, 20 + index));
    files[`issues/${id}/b${index}.md`] = article(`${id.slice(0, 4)}年的旧稿${index}`, '', '甲园开工。');
  }
  return bulletinFiles(files);
}

function issue(id: string, serial: number, title?: string): Files {
  const [year, month] = id.split('-').map(Number);
  return {
    [`issues/${id}/issue.yaml`]: `year: ${year}\nnumber: ${month}\nserial: ${serial}\nmonths: [${month}]\ndate: ${id}-28\nstatus: published\neditor: 本刊编辑部\n${title ? `title: ${title}\n` : ''}`,
  };
}
