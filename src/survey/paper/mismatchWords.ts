import type { Mismatch } from '../../../domain/survey/paper'

/** 双录不符, one line for each sheet: what either of them read is not told. */
export function mismatchWords(mismatches: readonly Mismatch[]): readonly string[] {
  const sheets = [...new Set(mismatches.map(({ sheet }) => sheet))]
  return sheets.map((sheet) => `第 ${sheet} 份第 ${mismatches.filter((each) => each.sheet === sheet).map(({ question }) => question).join('、')} 题两人录的不一样，请拿出第 ${sheet} 份重看`)
}
