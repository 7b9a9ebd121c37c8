import { codeFrom, showCode } from '../../../domain/household/code'
import { slipSheet } from '../../../cloudfunctions/api/slips/slipSheet'
import { readSlipFile } from '../../support/slipFile'

const slipsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ label: `3 幢 1 单元 ${101 + index}`, code: codeFrom(String(index).padStart(18, '0')) }))
const SHEET = { estateName: '锦绣花园', sender: '演示镇考核办 12345', link: '' } as const
const drawn = async (count: number, link = '') => readSlipFile((await slipSheet(slipsOf(count), { ...SHEET, link })).toString('base64'))
const count = (xml: string, part: string | RegExp) => xml.split(part).length - 1
/** One millimetre in twentieths of a point. */
const MM = 56.6929

test('twenty-four slips are one A4, eight rows of three labels of 70 by 37 millimetres, and the next begins another', async () => {
  const { xml } = await drawn(24)
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
  expect(count(xml, '<w:tr>')).toBe(8)
  const heights = [...xml.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="exact"\/>/g)].map(([, height]) => Number(height))
  expect(heights).toHaveLength(8)
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
  expect([widths[0]! + widths[1]!, widths[2]! + widths[3]!, widths[4]! + widths[5]!].map((width) => Math.round(width / MM))).toEqual([70, 70, 70])
  const [used, paper] = [heights.reduce((sum, height) => sum + height), 16838]
  // The paragraph that must follow a table fits below the rows; a ninth row does not.
  expect([used + 20 <= paper, used + heights[0]! > paper, widths.reduce((sum, width) => sum + width) <= 11906]).toEqual([true, true, true])
  expect(count((await drawn(25)).xml, '<w:tr>')).toBe(9)
})

test('there are dashed lines to cut along between all labels and none at the edge of the paper', async () => {
  const { xml } = await drawn(48)
  const rows = xml.split('<w:tr>').slice(1).map((row) => row.split('<w:tc>').slice(1))
  const isDashed = (cell: string, side: string) => new RegExp(`<w:${side} w:val="dashed"`).test(cell)
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      expect([row, column, isDashed(cell, 'top'), isDashed(cell, 'bottom'), isDashed(cell, 'left'), isDashed(cell, 'right')]).toEqual([row, column, row % 8 !== 0, row % 8 !== 7, false, column === 1 || column === 3])
    }),
  )
})

test('every code stands on the sheet once, in words and in the picture, in the order of the addresses', async () => {
  const { slips } = await drawn(50)
  expect(slips.map(({ words, picture }) => [...words.slice(0, 3), picture])).toEqual(slipsOf(50).map(({ label, code }) => ['锦绣花园', label, showCode(code), `h=${code}`]))
})

test('with a link before the code any scanner opens the page', async () => {
  const [slip] = (await drawn(1, 'https://linjing.example.gov.cn/?')).slips
  expect(slip!.picture).toBe(`https://linjing.example.gov.cn/?h=${slipsOf(1)[0]!.code}`)
})
