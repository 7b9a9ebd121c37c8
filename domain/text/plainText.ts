/** What cannot be seen: controls, marks that turn or hide words, halves of characters. A line break is wanted, and U+200D holds an emoji together. */
// eslint-disable-next-line no-control-regex -- controls are what it is about; written out, for WeChat's Android engine has no `\p{Cf}` (decision 0035)
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}\ud800-\udfff]/gu
const WANTED = ['\n', '\u200d']

/** 文字 as people read it: what cannot be seen is left out, so that nothing looks like something else. Nothing that says something is lost. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, (letter) => (WANTED.includes(letter) ? letter : ''))
