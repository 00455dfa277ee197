import type { RulesById } from './content-rule.ts';

/** Rules for links, addresses and pictures. */
export const LINK_RULES = {
  link: {
    severity: 'error',
    title: '链接打不开',
    why: '链接的稿件、页面、小标题要存在，而且已经发布。',
    examples: [
      {
        in: 'body',
        bad: '见[前一篇](./none.md)。',
        problem: '链接的“./none.md”不存在',
        fix: '核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样',
        good: '见[前一篇](./first.md)。',
      },
      {
        in: 'body',
        bad: '## 先备好地\n\n见[上文](#备好地)。',
        problem: '本文没有“#备好地”这个小标题',
        fix: '# 后面写小标题的文字，去掉标点和空格',
        good: '## 先备好地\n\n见[上文](#先备好地)。',
      },
    ],
  },
  'unsafe-link': {
    severity: 'error',
    title: '链接不能发布',
    why: '链接只能是网址、站内地址、另一篇稿件、邮箱或电话。',
    examples: [
      {
        in: 'body',
        bad: '见[附件](file:///C:/a.docx)。',
        problem: '链接“file:///C:/a.docx”不能发布',
        fix: '链接只能是 https:// 开头的网址、/about/ 这样的站内地址，或 ../2022-10/a.md 这样的另一篇稿件',
        good: '见[附件](https://example.com/a.pdf)。',
      },
    ],
  },
  related: {
    severity: 'error',
    title: '相关稿件不存在',
    why: '相关稿件写成“期/文件名”。',
    examples: [
      {
        in: 'front matter',
        bad: 'related: [first]',
        problem: '没有“first”这篇稿件',
        fix: '写成“期/文件名”，例如 2022-09/some-article',
        good: 'related: [2022-09/first]',
      },
    ],
  },
  alias: {
    severity: 'error',
    title: '旧址写法不对',
    why: '旧址以 / 开头、以 / 结尾，不能和现有的页面、文件相同，一个旧址只转到一页。稿件、期、固定页面都可以有旧址。改名以后又改回来的稿件，留着它自己的网址：最早的一个旧址是它在订阅里的编号。',
    examples: [
      {
        in: 'front matter',
        bad: 'aliases: [old/a]',
        problem: '旧址“old/a”的写法不对',
        fix: '以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/',
        good: 'aliases: [/old/a/]',
      },
      {
        in: 'front matter',
        bad: 'aliases: [/issues/2022-09/first/]',
        problem: '旧址“/issues/2022-09/first/”是本站已有的地址',
        fix: '旧址不能和本站的页面相同',
        good: 'aliases: [/old/first/]',
      },
      {
        in: 'front matter',
        bad: 'aliases: [/favicon.svg/a/]',
        problem: '旧址“/favicon.svg/a/”里的“/favicon.svg”是本站文件的地址',
        fix: '旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址',
        good: 'aliases: [/old/favicon/]',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'aliases: [/issues/2022-09/first/]',
        problem: '旧址“/issues/2022-09/first/”是本站已有的地址',
        fix: '旧址不能和本站的页面相同',
        good: 'aliases: [/issues/2022-08/]',
      },
    ],
  },
  picture: {
    severity: 'error',
    title: '图片不能用',
    why: '图片要放在这一期的 images 文件夹，能打开，不超过 20 MB，不太细长；不能用别的网站上的。能用的是 JPG、PNG、WebP、GIF、AVIF、SVG；苹果手机的 HEIC、TIFF、PSD、PDF 要先另存。路径用“/”，不用“\\”。小标题和链接里不放图片。SVG 里不能有脚本、动画、链接、嵌入的图片和网上的字体。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/none.jpg "装配车间｜摄影：甲某")',
        problem: '图片“./images/none.jpg”找不到',
        fix: '把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '![车间](images\\large.jpg "装配车间｜摄影：甲某")',
        problem: '图片“images\\large.jpg”的路径用了反斜线“\\”',
        fix: '改用“/”：![车间](./images/large.jpg "装配车间｜摄影：甲某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '## 车间![车间](./images/large.jpg "装配车间｜摄影：甲某")',
        problem: '图片“./images/large.jpg”放在小标题里，图注和署名印不出来',
        fix: '图片单独一行，上下各空一行：![车间](./images/large.jpg "装配车间｜摄影：甲某")',
        good: '## 车间\n\n![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '![车间](./images/phone.jpg "装配车间｜摄影：甲某")',
        problem: '图片“./images/phone.jpg”是 HEIC（苹果手机的照片），网页不能用',
        fix: '在电脑上用“照片”打开，导出或另存为 JPG（只改扩展名没有用）；以后在手机的“设置→相机→格式”里选“兼容性最佳”',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
      {
        in: 'body',
        bad: '![车间](https://example.com/a.jpg "装配车间｜摄影：甲某")',
        problem: '图片“https://example.com/a.jpg”在别的网站上',
        fix: '把图片存到这一期的 images 文件夹，写成 ![画面说明](./images/文件名.jpg)',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  'picture-alt': {
    severity: 'error',
    title: '图片没有替代文字',
    why: '方括号里写画面上有什么，看不见图的读者靠它。',
    examples: [
      {
        in: 'body',
        bad: '![](./images/large.jpg "装配车间｜摄影：甲某")',
        problem: '图片“./images/large.jpg”没有替代文字',
        fix: '![画面里有什么](./images/large.jpg "装配车间｜摄影：甲某")',
        good: '![机械臂正在装配](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  'picture-credit': {
    severity: 'warning',
    title: '图片没有署名',
    why: '图注后面写“｜摄影：某某”或“｜制图：某某”。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/large.jpg "装配车间")',
        problem: '图片“./images/large.jpg”没有署名',
        fix: '![车间](./images/large.jpg "装配车间｜摄影：某某")',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  'picture-size': {
    severity: 'warning',
    title: '图片太小',
    why: '长边不到 600 像素的照片，放大会模糊；找不到大的，照用也行。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/small.jpg "装配车间｜摄影：甲某")',
        problem: '图片“./images/small.jpg”只有 300×400 像素，放大会模糊',
        fix: '换成长边 600 像素以上的原图；没有的话，照用也行',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  'picture-frames': {
    severity: 'warning',
    title: '会动的图片',
    why: 'GIF、WebP、PNG 里的动画和多幅画面，网站上只有第一幅。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/moving.gif "装配车间｜摄影：甲某")',
        problem: '图片“./images/moving.gif”是会动的图，或有几幅画面，网站上只有第一幅',
        fix: '第一幅就够的，另存为 JPG 或 PNG；别的画面也要的，一幅存一个文件，分别放进正文',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
  'picture-location': {
    severity: 'warning',
    title: '图片里有拍摄地点',
    why: '手机拍的照片会记下经纬度；网站上的会自动去掉，稿件文件夹里的原件不会。',
    examples: [
      {
        in: 'body',
        bad: '![车间](./images/located.jpg "装配车间｜摄影：甲某")',
        problem: '图片“./images/located.jpg”里面记着拍摄地点（经纬度）',
        fix: '网站上的图片会自动去掉；稿件文件夹也要公开的，先用看图软件去掉“位置信息”再放进来',
        good: '![车间](./images/large.jpg "装配车间｜摄影：甲某")',
      },
    ],
  },
} satisfies RulesById;
