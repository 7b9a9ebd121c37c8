import { AlignmentType, BorderStyle, Document, HeightRule, ImageRun, LineRuleType, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type ITableCellBorders } from 'docx'
import { showCode } from '../../../domain/household/code'
import { sceneOf } from '../../../domain/household/scene'
import { qrPng } from './qrPng'

export type Slip = { readonly label: string; readonly code: string }
/** What every slip of a sheet says. */
export type SlipSheet = { readonly estateName: string; readonly sender: string; /** Before the code in the picture; empty: our own scanner reads it. */ readonly link: string }

/** Three by eight labels of 70 × 37 mm fill an A4. */
const COLUMNS = 3
const ROWS = 8

const twips = (mm: number): number => Math.floor(mm * 56.6929)
const WORDS_MM = 45
const PICTURE_MM = 25
/** No printer reaches the edge of the paper. */
const EDGE_MM = 5
const QR_PIXELS = 75
const SMALL = 13
const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体', hint: 'eastAsia' } as const

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const CUT = { style: BorderStyle.DASHED, size: 4, color: '999999' } as const

/** 纸条 as a Word document: A4, twenty-four a page, lines to cut along, the code as words and as a picture. */
export async function slipSheet(slips: readonly Slip[], sheet: SlipSheet): Promise<Buffer> {
  const rows = Array.from({ length: Math.ceil(slips.length / COLUMNS) }, (_, row) => {
    const cells = Array.from({ length: COLUMNS }, (_none, column) => labelCells(slips[row * COLUMNS + column], sheet, { isLast: column === COLUMNS - 1, isTop: row % ROWS === 0, isBottom: row % ROWS === ROWS - 1 }))
    return new TableRow({ cantSplit: true, height: { value: twips(37), rule: HeightRule.EXACT }, children: cells.flat() })
  })
  const widths = Array.from({ length: COLUMNS }, () => [twips(WORDS_MM), twips(PICTURE_MM)]).flat()
  const table = new Table({ rows, columnWidths: widths, width: { size: widths.reduce((sum, width) => sum + width), type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } })
  // A table is followed by a paragraph: this one has room in the millimetre that is left.
  const end = new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, children: [new TextRun({ text: '', size: 2 })] })
  const page = { size: { width: 11906, height: 16838 }, margin: { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0 } }
  return Packer.toBuffer(new Document({ creator: sheet.sender, title: `${sheet.estateName}住户绑定码`, sections: [{ properties: { page }, children: [table, end] }] }))
}

type Place = { readonly isLast: boolean; readonly isTop: boolean; readonly isBottom: boolean }

function labelCells(slip: Slip | undefined, { estateName, sender, link }: SlipSheet, { isLast, isTop, isBottom }: Place): TableCell[] {
  const across = { top: isTop ? NONE : CUT, bottom: isBottom ? NONE : CUT }
  const words = slip && [
    line([run(estateName, 15)]),
    line([run(slip.label, 20, true)]),
    line([run(showCode(slip.code), 27, true)]),
    line([run('打开微信小程序“邻净”，点“我的”“绑定住户”，扫码或输入。', SMALL)]),
    line([run('可报问题、看进展、答满意率调查。', SMALL)]),
    line([run('用过或换发后失效，不要拍照给别人。', SMALL)]),
    line([run(sender, SMALL)]),
  ]
  const picture = slip && [
    line([run('住户绑定码', 15, true)], AlignmentType.RIGHT),
    line([new ImageRun({ type: 'png', data: qrPng(`${link}${sceneOf(slip.code)}`), transformation: { width: QR_PIXELS, height: QR_PIXELS }, altText: { name: showCode(slip.code), description: `绑定码 ${showCode(slip.code)}` } })], AlignmentType.RIGHT),
  ]
  return [
    cell(WORDS_MM, words, { ...across, left: NONE, right: NONE }, { left: twips(EDGE_MM), right: 0 }),
    cell(PICTURE_MM, picture, { ...across, left: NONE, right: isLast ? NONE : CUT }, { left: 0, right: twips(EDGE_MM) }),
  ]
}

const cell = (mm: number, children: Paragraph[] = [line([])], borders: ITableCellBorders, margins: { left: number; right: number }): TableCell =>
  new TableCell({ children, borders, verticalAlign: VerticalAlignTable.CENTER, width: { size: twips(mm), type: WidthType.DXA }, margins: { top: 0, bottom: 0, ...margins, marginUnitType: WidthType.DXA } })
const line = (children: (TextRun | ImageRun)[], alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'] = AlignmentType.LEFT): Paragraph => new Paragraph({ alignment, spacing: { before: 0, after: 0 }, children })
/** @param size in half points */
const run = (text: string, size: number, bold = false): TextRun => new TextRun({ text, size, bold, font: FONT })
