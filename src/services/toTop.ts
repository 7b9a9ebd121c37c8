import Taro from '@tarojs/taro'

/** Done at the foot of a long form: the page goes up to where the result stands. It is told there and nowhere else. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0 })
  if (process.env.TARO_ENV !== 'h5') return
  // At a PC what is open beside a list scrolls by itself; pages that lie below keep their place.
  // eslint-disable-next-line no-restricted-globals -- browser only: WeChat has one column, which is the page
  for (const detail of document.querySelectorAll('.split__detail')) if (detail.getClientRects().length > 0) detail.scrollTop = 0
}
