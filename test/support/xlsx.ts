import { crc32, deflateRawSync } from 'node:zlib'

/** An xlsx of parts as they are given, well-formed or not. `claims`: the size the table of contents tells instead of the true one. */
export type PartOfFile = { readonly name: string; readonly content: string | Uint8Array; readonly claims?: number }

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** `isWide`: sizes and places in eight bytes, as exports that are written as a stream have them. */
export function zipOf(parts: readonly PartOfFile[], { isWide = false } = {}): Uint8Array {
  const [packed, contents]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, claims } of parts) {
    const [bytes, path] = [Buffer.from(content), Buffer.from(name)]
    const body = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(claims ?? bytes.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const part = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path, body])
    packed.push(part)
    const wide = Buffer.alloc(isWide ? 28 : 0)
    if (isWide) {
      wide.writeUInt16LE(1, 0)
      wide.writeUInt16LE(24, 2)
      wide.writeBigUInt64LE(BigInt(bytes.length), 4)
      wide.writeBigUInt64LE(BigInt(body.length), 12)
      wide.writeBigUInt64LE(BigInt(at), 20)
      fields.fill(0xff, 14, 22)
      fields.writeUInt16LE(wide.length, 24)
      place.fill(0xff, 10, 14)
    }
    contents.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, path, wide]))
    at += part.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(contents.reduce((sum, entry) => sum + entry.length, 0), 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...packed, ...contents, Buffer.from('PK\x05\x06'), end]))
}

type Sheet = { readonly name: string; readonly state?: 'hidden' | 'veryHidden'; /** What stands in `sheetData`. */ readonly rows: string }
type Book = { readonly sheets: readonly Sheet[]; readonly strings?: string; readonly styles?: string; readonly claims?: number; readonly isWide?: boolean }
/** A workbook by the XML of its rows. */
export function bookOf({ sheets, strings, styles, claims, isWide }: Book): Uint8Array {
  const named = (list: readonly (readonly [string, string])[]) => list.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')
  const targets: (readonly [string, string])[] = sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const)
  if (strings !== undefined) targets.push(['sharedStrings', 'sharedStrings.xml'])
  if (styles !== undefined) targets.push(['styles', 'styles.xml'])
  const list = sheets.map(({ name, state = 'visible' }, index) => `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="r${index + 1}"/>`).join('')
  return zipOf([
    { name: '_rels/.rels', content: `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', content: `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${named(targets)}</Relationships>` },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `${HEADER}<sst xmlns="${MAIN}">${strings}</sst>`, claims }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: `${HEADER}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`, claims }]),
    ...sheets.map(({ rows }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: `${HEADER}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`, claims })),
  ], { isWide })
}

const letterOf = (column: number): string => String.fromCharCode(65 + column)
/** A row as a spreadsheet writes it, its words in the cells. */
export const rowOf = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((text, column) => `<c r="${letterOf(column)}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`
/** A blank row with a border round each of six cells. */
export const blankRowOf = (row: number, columns = 6): string => `<row r="${row}">${Array.from({ length: columns }, (_, column) => (columns > 26 ? '<c s="1"/>' : `<c r="${letterOf(column)}${row}" s="1"/>`)).join('')}</row>`
