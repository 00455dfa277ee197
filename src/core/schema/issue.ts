import { z } from 'zod';
import { labelledEnum, date, field, picture, text } from './field.ts';

/** `issue.yaml`, the file that makes a folder an issue (期). */
export const issueSchema = z.strictObject({
  year: field('年份', '2022', z.int().min(1900).max(2999)),
  number: field('年内期号', '1', z.int().min(1).max(400), '增刊、特刊没有就不写'),
  serial: field('总期号', '1', z.int().min(1), '照写，从不自动推算；增刊、特刊没有就不写'),
  months: field('月份', '[9]', z.array(z.int().min(1).max(12)).min(1).max(12)),
  date: field('出刊日期', '2022-09-30', date()),
  title: field('期名', '创刊号', text(30)).optional(),
  status: labelledEnum('状态', 'published', { draft: '编辑中', published: '已出刊' }),
  editor: field('责任编辑', '本刊编辑部', text(40)).optional(),
  cover: field('封面图', '{ src: ./images/a.jpg, alt: 画面说明, credit: 摄影：某某 }', picture()).optional(),
  categories: field('栏目次序', '[卷首, 特稿, 园区要闻]', z.array(text())).optional(),
  pages: field(
    '版面',
    '[{ no: 1, name: 要闻 }]',
    z.array(
      z.strictObject({
        no: field('版号', '1', z.int().min(1)),
        name: field('版名', '要闻', text(30)).optional(),
        image: field('版面图', './pages/1.jpg', text()).optional(),
        pdf: field('版面 PDF', './pages/1.pdf', text()).optional(),
        areas: field(
          '稿件区域',
          '[{ article: some-article, x: 0, y: 12.5, width: 60, height: 40 }]',
          z.array(
            z.strictObject({
              article: field('稿件', 'some-article', text(), '稿件的文件名，不带 .md'),
              x: field('左边', '0', z.number(), '区域左边到版面左边，占版面宽的百分之几'),
              y: field('上边', '12.5', z.number(), '区域上边到版面上边，占版面高的百分之几'),
              width: field('宽', '60', z.number(), '占版面宽的百分之几'),
              height: field('高', '40', z.number(), '占版面高的百分之几'),
            }),
          ),
          '一篇稿件可以有几块区域',
        ).optional(),
      }),
    ),
  ).optional(),
  pdf: field('整期 PDF', './2022-09.pdf', text()).optional(),
  aliases: field('旧址', '[/issues/2022-08/]', z.array(text()), '文件夹改名以前的网址').optional(),
});

/** `issue.yaml` of a special issue (增刊, 特刊), whose numbers are optional. */
export const specialIssueSchema = issueSchema.partial({ number: true, serial: true });

export type IssueFile = z.infer<typeof specialIssueSchema>;
