/** 平常的叫法: what residents read in place of the catalogue's name, by category code. It decides nothing, and what staff read stays the catalogue's. */
export const EVERYDAY_NAMES: Readonly<Record<string, string>> = {
  '0101': '外墙掉皮、破损',
  '0102': '路面破损',
  '0103': '门牌坏了',
  '0104': '井盖坏了',
  '0105': '消防设施坏了',
  '0106': '路灯、设施坏',
  '0107': '垃圾桶、公厕坏',
  '0201': '地上脏、有垃圾',
  '0202': '烧垃圾、烧树叶',
  '0203': '乱堆杂物',
  '0204': '养鸡、养鸭',
  '0205': '装修垃圾乱放',
  '0206': '垃圾桶、公厕脏',
  '0207': '小广告',
  '0208': '乱晒衣被',
  '0209': '垃圾桶放在草地上',
  '0210': '广告牌、招牌坏了',
  '0211': '私设广告牌',
  '0212': '流动摊贩',
  '0213': '店铺占道',
  '0214': '老鼠蚊虫',
  '0215': '堵消防通道',
  '0301': '枯树、杂草',
  '0302': '毁绿、种菜',
  '0303': '花坛、护栏坏了',
  '0401': '私搭乱建',
}

/** A category that came in with a later edition keeps the name it has there. */
export const everydayName = ({ code, name }: { readonly code: string; readonly name: string }): string => EVERYDAY_NAMES[code] ?? name
