import type { ContentRule } from './content-rule.ts';

/** Links, addresses and pictures. */
export const LINK_RULES: readonly ContentRule[] = [
  {
    id: 'link',
    severity: 'error',
    title: '链接打不开',
    why: '链接的稿件、页面、小标题要存在，而且已经发布。',
    examples: [
      { in: 'body', bad: '见[前一篇](./none.md)。', good: '见[前一篇](./first.md)。' },
      {
        in: 'body',
        bad: '## 先备好地\n\n见[上文](#备好地)。',
        good: '## 先备好地\n\n见[上文](#先备好地)。',
      },
    ],
  },
  {
    id: 'unsafe-link',
    severity: 'error',
    title: '链接不能发布',
    why: '链接只能是网址、站内地址、另一篇稿件、邮箱或电话。',
    examples: [
      { in: 'body', bad: '见[附件](file:///C:/a.docx)。', good: '见[附件](https://example.com/a.pdf)。' },
    ],
  },
  {
    id: 'related',
    severity: 'error',
    title: '相关稿件不存在',
    why: '相关稿件写成“期/文件名”。',
    examples: [{ in: 'front matter', bad: 'related: [first]', good: 'related: [2022-09/first]' }],
  },
  {
    id: 'alias',
    severity: 'error',
    title: '旧址写法不对',
    why: '旧址以 / 开头、以 / 结尾，不能和现有的页面、文件相同，一个旧址只转到一页。稿件、期、固定页面都可以有旧址。',
    examples: [
      { in: 'front matter', bad: 'aliases: [old/a]', good: 'aliases: [/old/a/]' },
      { in: 'front matter', bad: 'aliases: [/issues/2022-09/first/]', good: 'aliases: [/old/first/]' },
      { in: 'front matter', bad: 'aliases: [/favicon.svg/a/]', good: 'aliases: [/old/favicon/]' },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'aliases: [/issues/2022-09/first/]',
        good: 'aliases: [/issues/2022-08/]',
      },
    ],
  },
  {
    id: 'picture',
    severity: 'error',
    title: '图片不能用',
    why: '图片要放在这一期的 images 文件夹，能打开，不超过 20 MB，不太细长；不能用别的网站上的。能用的是 JPG、PNG、WebP、GIF、AVIF、SVG；苹果手机的 HEIC、TIFF、PSD、PDF 要先另存。路径用“/”，不用“\\”。小标题和链接里不放图片。SVG 里不能有脚本、动画、链接、嵌入的图片和网上的字体。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/none.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '![车间](images\\large.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '## 车间![车间](./images/large.jpg "装配车间｜摄影：甲某")',
        good: '## 车间\n\n![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '![车间](./images/phone.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '![车间](https://example.com/a.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  {
    id: 'picture-alt',
    severity: 'error',
    title: '图片没有替代文字',
    why: '方括号里写画面上有什么，看不见图的读者靠它。',
    examples: [
      {
        in: 'body',
        bad: '![](./images/large.jpg "装配车间｜摄影：甲某")',
        good: '![机械臂正在装配](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  {
    id: 'picture-credit',
    severity: 'warning',
    title: '图片没有署名',
    why: '图注后面写“｜摄影：某某”或“｜制图：某某”。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/large.jpg "装配车间")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  {
    id: 'picture-size',
    severity: 'warning',
    title: '图片太小',
    why: '长边不到 600 像素的照片，放大会模糊；找不到大的，照用也行。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/small.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  {
    id: 'picture-frames',
    severity: 'warning',
    title: '会动的图片',
    why: 'GIF、WebP、PNG 里的动画和多幅画面，网站上只有第一幅。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/moving.gif "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  {
    id: 'picture-location',
    severity: 'warning',
    title: '图片里有拍摄地点',
    why: '手机拍的照片会记下经纬度；网站上的会自动去掉，稿件文件夹里的原件不会。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/located.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
];
