/** A digit in a box is an emoji, though it begins with a digit. */
const KEYCAP = /[0-9#*]\uFE0F?\u20E3/g

/** Letters and digits of what people here write, as ranges: WeChat's Android engine knows no `\p{L}`, and a page that asks it does not open (decision 0035). */
const LETTERS = [
  // Latin, with its accents and what pinyin and phonetics add; Greek; Cyrillic
  '0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386\u0388-\u03f5\u03f7-\u0481\u048a-\u052f\u1c80-\u1c8a\u1d00-\u1dbf\u1e00-\u1fbc\u2132\u214e\u2c60-\u2c7f\ua640-\ua66e\ua67f-\ua69d\ua722-\ua788\ua78b-\ua7ff\uab30-\uab5a\uab5c-\uab69',
  // Hebrew; Arabic, in which Uyghur is written; Thai, Lao, Tibetan, Burmese, Mongolian, Dai, Yi, Lisu
  '\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3\u06d5\u06e5\u06e6\u06ee-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufefc\u0904-\u0939\u0966-\u096f\u0e01-\u0e33\u0e40-\u0e46\u0e50-\u0e59\u0e81-\u0ec4\u0ed0-\u0edf\u0f00\u0f20-\u0f33\u0f40-\u0f6c\u0f88-\u0f8c\u1000-\u1049\u1050-\u108e\u1090-\u1099\u1810-\u1878\u1880-\u18aa\u1950-\u19da\ua000-\ua48c\ua4d0-\ua4fd',
  // ② Ⅲ ½ and the like, ㈠
  '\u2070\u2071\u2074-\u2079\u2080-\u2089\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf',
  // kana, 注音, Hangul
  '\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e\u31a0-\u31bf\u31f0-\u31ff\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb',
  // Han; full width
  '\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\uffa1-\uffdc',
].join('')

/** The rare Han of planes 2 and 3 (𠮷, 䶮) are pairs of halves. */
const WORD = new RegExp(`[${LETTERS}]|[\\ud840-\\ud8bf][\\udc00-\\udfff]`)

/** Whether there is a word or a number in it: an emoji or a dot alone tells nobody what to do. */
export const saysSomething = (text: string): boolean => WORD.test(text.replace(KEYCAP, ''))
