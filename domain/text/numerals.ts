const DIGITS: Readonly<Record<string, string>> = { 〇: '0', 零: '0', 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 壹: '1', 贰: '2', 叁: '3', 肆: '4', 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9' }
const PLACES: Readonly<Record<string, string>> = { 拾: '十', 佰: '百', 仟: '千' }
const RUN = /[0-9〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千拾佰仟廿卅]*[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千拾佰仟廿卅][0-9〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千拾佰仟廿卅]*/g

/** Whether anything but numerals is written in Chinese. */
export const isNamed = (text: string): boolean => /[\u3400-\u9fff]/.test(text.replace(RUN, ''))

/** 十二, 一百零一 and 三〇一 as 12, 101 and 301. What is no number as people write it (一百一) stays as it is. */
export const arabic = (text: string): string => text.replace(RUN, numberOf)

function numberOf(run: string): string {
  const plain = run.replace(/廿/g, '二十').replace(/卅/g, '三十').replace(/./g, (letter) => DIGITS[letter] ?? PLACES[letter] ?? letter)
  if (!/[十百千]/.test(plain)) return plain
  // 十二 and 一百十二 go without the 一 that belongs there.
  const full = plain.replace(/(^|[^1-9])十/g, '$11十')
  const found = /^(?:(\d)千)?0?(?:(\d)百)?0?(?:(\d)十)?0?(\d)?$/.exec(full)
  const value = found ? [1, 2, 3, 4].reduce((sum, group) => sum * 10 + Number(found[group] ?? 0), 0) : 0
  return value > 0 && spelled(value) === full ? String(value) : run
}

/** As it is spelled in full, with digits: 1百01 for 101, 1百1十 for 110. */
function spelled(value: number): string {
  const digits = String(value).padStart(4, '0')
  const written = ['千', '百', '十', ''].map((place, index) => (digits[index] === '0' ? '0' : digits[index]! + place)).join('')
  return written.replace(/^0+|0+$/g, '').replace(/0+/g, '0')
}
