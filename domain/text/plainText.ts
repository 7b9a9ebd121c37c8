/** What cannot be seen: controls, marks that turn or hide words, blank letters, halves of characters. A line break is wanted, and U+200D holds an emoji together. */
// eslint-disable-next-line no-control-regex, no-misleading-character-class -- controls are what it is about; written out, for WeChat's Android engine has no `\p{Cf}` (decision 0035)
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4-\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}\ud800-\udfff]/gu
const WANTED = ['\n', '\u200d']
/** Marks above, below and around a letter, and what holds an emoji together; no writing of people here has more than three on one. */
// eslint-disable-next-line no-misleading-character-class -- marks by themselves are what it is about
const HEAPED = /([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u200d\ufe00-\ufe0f]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u200d\ufe00-\ufe0f]+/g
const EMPTY_LINES = /\n(?:[ \u3000]*\n){2,}/g

/** 文字 as people read it: what cannot be seen is left out, so that nothing looks like something else, and nothing spreads over what others wrote. Nothing that says something is lost. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, (letter) => (WANTED.includes(letter) ? letter : ''))
    .replace(HEAPED, '$1')
    .replace(EMPTY_LINES, '\n\n')
