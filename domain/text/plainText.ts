/** What cannot be seen: controls, marks that turn or hide words, halves of characters. A line break is wanted, and U+200D holds an emoji together. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const WANTED = ['\n', '\u200d']

/** 文字 as people read it: what cannot be seen is left out, so that nothing looks like something else. Nothing that says something is lost. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, (letter) => (WANTED.includes(letter) ? letter : ''))
