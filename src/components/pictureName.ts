const isBrowser = process.env.TARO_ENV === 'h5'

/** What readers call a picture. The browser asks it of the `img` inside, WeChat of the picture itself. */
export const called = (words: string) => (isBrowser ? { nativeProps: { alt: words } } : { ariaLabel: words })

/** For a picture whose words stand beside it: passed over, instead of its address being read. */
export const silent = isBrowser ? called('') : {}
