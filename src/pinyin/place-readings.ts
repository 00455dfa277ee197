/**
 * Place names whose local reading differs from that of pinyin-pro, with the tone after each syllable. All 3,216
 * names of `china-regions.json` were compared with two tables: CC-CEDICT (as in cc-cedict 1.1.1) and
 * `ok_data_level3.csv` of AreaCity-JsSpider-StatsGov. Where both agree against pinyin-pro 3.29, the name stands
 * here without a note; otherwise the note says which source decided.
 *
 * A key is long enough to be distinct from a common word: 民乐县, because of 民乐 (folk music).
 */
export const PLACE_READINGS: Readonly<Record<string, string>> = {
  乐亭: 'lao4 ting2',
  襄都: 'xiang1 du1',
  信都: 'xin4 du1',
  望都: 'wang4 du1',
  蔚县: 'yu4 xian4',
  // 现代汉语词典; the two tables have da4.
  大城县: 'dai4 cheng2 xian4',
  // AreaCity; CC-CEDICT has bo2.
  万柏林: 'wan4 bai3 lin2',
  繁峙: 'fan2 shi4',
  尧都: 'yao2 du1',
  洪洞: 'hong2 tong2',
  昆都仑: 'kun1 du1 lun2',
  克什克腾: 'ke4 shi2 ke4 teng2',
  // AreaCity; not in CC-CEDICT.
  康巴什: 'kang1 ba1 shi2',
  商都: 'shang1 du1',
  // AreaCity; not in CC-CEDICT.
  调兵山: 'diao4 bing1 shan1',
  珲春: 'hun2 chun1',
  大箐山: 'da4 qing4 shan1',
  穆棱: 'mu4 ling2',
  绥棱: 'sui2 ling2',
  闵行: 'min3 hang2',
  六合: 'lu4 he2',
  盐都: 'yan2 du1',
  江都: 'jiang1 du1',
  乐清: 'yue4 qing1',
  莲都: 'lian2 du1',
  蚌山: 'beng4 shan1',
  歙县: 'she4 xian4',
  涡阳: 'guo1 yang2',
  都昌: 'du1 chang1',
  宁都: 'ning2 du1',
  于都: 'yu2 du1',
  // CC-CEDICT; AreaCity has le4.
  乐陵: 'lao4 ling2',
  单县: 'shan4 xian4',
  殷都: 'yin1 du1',
  浚县: 'xun4 xian4',
  魏都: 'wei4 du1',
  召陵: 'shao4 ling2',
  泌阳: 'bi4 yang2',
  黄陂: 'huang2 pi2',
  宜都: 'yi2 du1',
  曾都: 'zeng1 du1',
  花都: 'hua1 du1',
  大埔: 'da4 bu4',
  都安: 'du1 an1',
  丰都: 'feng1 du1',
  新都: 'xin1 du1',
  郫都: 'pi2 du1',
  什邡: 'shi2 fang1',
  // AreaCity and 现代汉语词典; CC-CEDICT has yun2.
  筠连: 'jun1 lian2',
  都匀: 'du1 yun2',
  三都: 'san1 du1',
  牟定: 'mou2 ding4',
  昌都: 'chang1 du1',
  秦都: 'qin2 du1',
  吴堡: 'wu2 bu3',
  民乐县: 'min2 le4 xian4',
  武都: 'wu3 du1',
  // AreaCity and the English text of CC-CEDICT, Tanchang; its pinyin has dang4.
  宕昌: 'tan4 chang1',
  乐都: 'le4 du1',
  // CC-CEDICT; AreaCity has cheng1.
  称多: 'chen4 duo1',
  都兰: 'du1 lan2',
  // AreaCity and Wikipedia's "Hóngsìbǔ (official)"; CC-CEDICT has bao3.
  红寺堡: 'hong2 si4 bu3',
  尉犁: 'yu4 li2',
  乌什: 'wu1 shi2',
  阿图什: 'a1 tu2 shi2',
  喀什: 'ka1 shi2',
  塔什库尔干: 'ta3 shi2 ku4 er3 gan4',
};
