import fc from 'fast-check'
import { readSheet } from '../../../cloudfunctions/api/actions/roster/readSheet'
import { HEADER, xlsxOf } from '../../support/roster'
import { bookOf, rowOf, zipOf } from '../../support/xlsx'

/** Read, or told in words; anything it throws is a fault of ours. */
async function isAnswered(bytes: Uint8Array): Promise<void> {
  const sheet = await readSheet(bytes)
  if (!sheet.ok) expect(sheet.words).toMatch(/^(这不是可以读取的 Excel|表格展开后太大|所有工作表都是隐藏的|这是旧式的)/)
}

test('a table with any of its bytes turned about is read or told, and never our mistake', async () => {
  const whole = await xlsxOf([HEADER, ...Array.from({ length: 30 }, (_, index) => ['锦绣花园', '8', '1', String(index), '有人住', ''])])
  const turned = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(turned, fc.option(fc.nat(whole.length)), async (changes, end) => {
      const bytes = whole.slice(0, end ?? whole.length)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      await isAnswered(bytes)
    }),
    { numRuns: 300 },
  )
})

test('parts with any XML in them, whole or not, are read or told', async () => {
  const piece = fc.constantFrom('<row>', '</row>', '<row r="3"/>', '<row r="x">', '<c>', '</c>', '<c r="B2" t="s">', '<c r="9" t="e">', '<c t="inlineStr"><is>', '<t>', '</t>', '</is></c>', '<v>', '1', '</v>', '<f/>', '&amp;', '&#x1F600;', '&nope;', '<![CDATA[x]]>', '<!-- -->', '<?x?>', '<', '>', '"', '字', '\ud83c', '<x:row>', 'xmlns:y="z"', '</worksheet>')
  const xml = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(xml, xml, xml, async (rows, strings, styles) => isAnswered(bookOf({ sheets: [{ name: '住户', rows: rowOf(1, HEADER) + rows }], strings, styles }))),
    { numRuns: 500 },
  )
})

test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
  ['is locked or of the old kind', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /^这是旧式的.*或者设了打开密码/],
  ['has no sheet to be seen', () => bookOf({ sheets: [{ name: 'a', state: 'hidden', rows: '' }] }), /^所有工作表都是隐藏的/],
  ['names a sheet that is not there', () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>' }, { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>' }]), /^这不是可以读取的 Excel/],
])('a table that %s is told so', async (_, file, words) => expect(await readSheet(await file())).toEqual({ ok: false, words: expect.stringMatching(words) as string }))

test('a sheet in another dialect, with prefixes and paths from the root, is read', async () => {
  const text = (words: string) => `<x:c t="inlineStr"><x:is><x:t>${words}</x:t></x:is></x:c>`
  const file = zipOf([
    { name: '_rels/.rels', content: '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/Main.xml"/></Relationships>' },
    { name: 'book/main.xml', content: '\ufeff<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="甲&amp;乙" sheetId="7" r:id="a1"/></x:sheets></x:workbook>' },
    { name: 'book/_rels/main.xml.rels', content: '<Relationships><Relationship Id="a1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../sheets/./one.xml"/></Relationships>' },
    { name: 'sheets/one.xml', content: `<x:worksheet xmlns:x="m"><x:sheetData><x:row>${text('小区')}${text('楼栋')}</x:row><x:row r="4"><x:c r="B4"><x:v>12</x:v></x:c></x:row></x:sheetData></x:worksheet>` },
  ])
  expect(await readSheet(file)).toEqual({ ok: true, rows: [{ row: 1, cells: ['小区', '楼栋'] }, { row: 4, cells: [null, 12] }], sheets: { read: '甲&乙', unread: [] }, rosters: [] })
})

describe('a small file that unpacks to what no spreadsheet has is refused with what to do', () => {
  const many = (count: number, xml: string) => xml.repeat(count)
  const rows = (xml: string) => bookOf({ sheets: [{ name: '住户', rows: rowOf(1, HEADER) + xml }] })
  const brackets = many(3 * 1024 * 1024, '>')

  test.each<[string, () => Uint8Array]>([
    ['countless relations', () => zipOf([{ name: '_rels/.rels', content: `<Relationships>${many(5000, '<Relationship/>')}</Relationships>` }])],
    ['countless sheets', () => zipOf([{ name: 'xl/workbook.xml', content: `<workbook><sheets>${many(5000, '<sheet/>')}</sheets></workbook>` }])],
    ['countless formats', () => bookOf({ sheets: [{ name: '住户', rows: '' }], styles: Array.from({ length: 70_000 }, (_, id) => `<numFmt numFmtId="${id}"/>`).join('') })],
    ['countless words', () => bookOf({ sheets: [{ name: '住户', rows: '' }], strings: many(1_100_000, '<si/>') })],
    ['more relations than are unpacked', () => zipOf([{ name: '_rels/.rels', content: `<Relationships>${many(500_000, '<Nothing/>')}</Relationships>` }])],
    ['tags within tags without an end', () => rows(many(5000, '<a>'))],
    ['an attribute without an end', () => rows(`<row a="${brackets}`)],
    ['a text without an end', () => rows(`<row><![CDATA[${brackets}`)],
    ['a comment without an end', () => rows(`<!--${brackets}`)],
    ['an instruction without an end', () => rows(`<?x ${brackets}`)],
    ['a tag of a hundred thousand attributes', () => rows(`<row ${Array.from({ length: 100_000 }, (_, index) => `a${index}="12345"`).join(' ')}/>`)],
  ])('%s', async (_, file) => expect(await readSheet(file())).toEqual({ ok: false, words: expect.stringMatching(/^表格展开后太大.*请新建一个表格/) as string }))

  test('as many sheets, and as much depth, as a large workbook has are read', async () => {
    const sheets = Array.from({ length: 300 }, (_, index) => ({ name: `第${index}张`, rows: index === 0 ? rowOf(1, HEADER) : '' }))
    expect(await readSheet(bookOf({ sheets }))).toMatchObject({ ok: true, rows: [{ row: 1 }] })
    expect(await readSheet(rows(`${many(20, '<a>')}${many(20, '</a>')}`))).toMatchObject({ ok: true })
  })
})
