import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { initialsOf } from '../../src/pinyin/initials.ts';
import { nameReadings } from '../../src/pinyin/name-readings.ts';
import { PLACE_READINGS } from '../../src/pinyin/place-readings.ts';
import { read, withoutTone } from '../../src/pinyin/reading.ts';
import { freeSlug, slugOf } from '../../src/pinyin/slug.ts';

const regions = Object.values(
  JSON.parse(readFileSync('src/loader/china-regions.json', 'utf8')) as Record<string, string>,
);
const spelled = (text: string) =>
  read(text)
    .map(({ syllable }) => withoutTone(syllable))
    .join('');

it.each(
  `乐亭县 laotingxian,乐亭 laoting,蔚县 yuxian,井陉县 jingxingxian,藁城区 gaochengqu,涿鹿县 zhuoluxian,
  大城县 daichengxian,鄚州 maozhou,行唐县 xingtangxian,蠡县 lixian,六安市 luanshi,台州市 taizhoushi,
  天台县 tiantaixian,丽水市 lishuishi,铅山县 yanshanxian,歙县 shexian,黟县 yixian,枞阳县 zongyangxian,
  盱眙县 xuyixian,莘县 shenxian,东阿县 dongexian,单县 shanxian,巨野县 juyexian,尉犁县 yulixian,番禺区 panyuqu,
  犍为县 qianweixian,什邡市 shifangshi,郫都区 piduqu,郫县 pixian,洪洞县 hongtongxian,长子县 zhangzixian,
  珲春市 hunchunshi,穆棱市 mulingshi,六合区 luhequ,乐清市 yueqingshi,涡阳县 guoyangxian,亳州市 bozhoushi,
  蚌埠市 bengbushi,浚县 xunxian,泌阳县 biyangxian,中牟县 zhongmuxian,黄陂区 huangpiqu,监利市 jianlishi,
  耒阳市 leiyangshi,大埔县 dabuxian,儋州市 danzhoushi,筠连县 junlianxian,荥经县 yingjingxian,荥阳市 xingyangshi,
  昌都 changdu,宕昌县 tanchangxian,吴堡县 wubuxian,柞水县 zhashuixian,喀什市 kashishi,牟平区 mupingqu,
  东莞市 dongguanshi,吕梁市 lvliangshi,成都市 chengdushi,民乐团 minyuetuan`
    .split(/,\s*/u)
    .map((line) => line.trim().split(' ')),
)('reads %s as %s', (name = '', reading) => expect(spelled(name)).toBe(reading));

it('reads every syllable of every region, and what kind of region it is', () => {
  const KINDS: Record<string, string> = { 县: 'xian4', 区: 'qu1', 市: 'shi4', 旗: 'qi2', 省: 'sheng3' };
  for (const name of regions) {
    const syllables = read(name).map(({ syllable }) => syllable);
    expect(syllables.join(' '), name).toMatch(/^[a-z]+[0-5](?: [a-z]+[0-5])*$/u);
    const kind = KINDS[name.at(-1) ?? ''];
    if (kind) expect(syllables.at(-1), name).toBe(kind);
  }
});

it('has exceptions only for places in the table of regions, with a syllable for each character', () => {
  for (const [name, reading] of Object.entries(PLACE_READINGS)) {
    expect(
      regions.some((each) => each.startsWith(name)),
      name,
    ).toBe(true);
    expect(reading.split(' ')).toHaveLength([...name].length);
  }
});

it('reads places the same way inside longer names, initials and file names', () => {
  expect(initialsOf('蔚县经济开发区')).toBe('yxjjkfq');
  expect(initialsOf('ABC')).toBe('');
  expect(slugOf('乐亭经济开发区')).toBe('lao-ting-jing-ji-kai-fa-qu');
  expect(slugOf('绿色GDP：3月增长5.2%')).toBe('lv-se-gdp-3-yue-zeng-zhang-5');
  expect(slugOf('！')).toBe('article');
  expect(freeSlug('a', (slug) => slug !== 'a-3')).toBe('a-3');
});

it('gives both readings of a place for typing', () => {
  expect(nameReadings(['乐亭县', '乐亭'])).toEqual(['lao ting xian', 'le ting xian', 'lao ting', 'le ting']);
  expect(nameReadings(['唐山高新区', 'ABC', '第5期'])).toEqual(['tang shan gao xin qu', 'di 5 qi']);
});
