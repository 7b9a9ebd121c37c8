import { NotSpreadsheet, openArchive, plainPath, TooLarge, within, type Archive, type Budget, type Packed } from './archive'
import { readElements } from './elements'

export type SheetOfBook = { readonly name: string; readonly isHidden: boolean; readonly part: Packed }
/** A workbook, its sheets still packed. `dates`: by style, whether it shows a number as a date. */
export type Workbook = { readonly sheets: readonly SheetOfBook[]; readonly strings: readonly string[]; readonly dates: readonly boolean[]; readonly budget: Budget }

const MEGABYTE = 1024 * 1024
/** Twenty thousand households with everything in the cells are 10 MB, three hundred thousand blank rows with borders 40. */
const UNPACKED_MAX = 64 * MEGABYTE
/** Of shared strings, which stay in memory; and their number, most of which a roster's cells do not even use. */
const STRINGS_MAX = { bytes: 16 * MEGABYTE, count: 1_000_000 }
/** Of the lists of parts and sheets together, and of the styles. */
const [LISTS_BYTES_MAX, STYLES_BYTES_MAX] = [4 * MEGABYTE, 16 * MEGABYTE]
/** Sheets of a workbook, or parts that one part speaks of: a sheet for each building is some hundreds. */
const LISTED_MAX = 4096
/** A longer cell is told as too long anyway. */
export const CELL_LETTERS_MAX = 300

export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const archive = openArchive(bytes)
  const budget: Budget = { bytes: UNPACKED_MAX }
  const lists: Budget = { bytes: LISTS_BYTES_MAX }
  const book = (await targetsOf(archive, '', lists)).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const targets = await targetsOf(archive, book, lists)
  const partOf = (type: string) => archive.get(targets.find((target) => target.type === type)?.path ?? '')
  const names = await sheetNames(partAt(archive, book), lists)
  const sheets = names.flatMap(({ id, ...sheet }) => {
    const target = targets.find((each) => each.id === id)
    return target?.type === 'worksheet' ? [{ ...sheet, part: partAt(archive, target.path) }] : []
  })
  const strings = await within(budget, STRINGS_MAX.bytes, (own) => sharedStrings(partOf('sharedStrings'), own))
  const dates = await within(budget, STYLES_BYTES_MAX, (own) => dateStyles(partOf('styles'), own))
  return { sheets, strings, dates, budget }
}

function partAt(archive: Archive, path: string): Packed {
  const part = archive.get(path)
  if (!part) throw new NotSpreadsheet(`${path} is missing`)
  return part
}

type Target = { readonly id: string; readonly type: string; readonly path: string }
/** Where the parts stand that a part speaks of; the types by their last word, which is the same in both dialects. */
async function targetsOf(archive: Archive, of: string, budget: Budget): Promise<readonly Target[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const part = archive.get(`${folder}_rels/${of.slice(folder.length)}.rels`)
  const targets: Target[] = []
  if (part) {
    await readElements(part, budget, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return
        const { Id = '', Type = '', Target = '' } = attributes()
        if (targets.length >= LISTED_MAX) throw new TooLarge('more parts than a spreadsheet has')
        targets.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: plainPath(Target.startsWith('/') ? Target : resolved(folder + Target)) })
      },
    })
  }
  return targets
}
const resolved = (path: string): string => path.split('/').reduce<string[]>((way, step) => (step === '..' ? way.slice(0, -1) : step === '.' ? way : [...way, step]), []).join('/')

async function sheetNames(part: Packed, budget: Budget) {
  const sheets: { readonly name: string; readonly isHidden: boolean; readonly id: string }[] = []
  await readElements(part, budget, {
    open: (tag, attributes) => {
      if (tag !== 'sheet') return
      const { name = '', state = 'visible', id = '' } = attributes()
      if (sheets.length >= LISTED_MAX) throw new TooLarge('more sheets than a spreadsheet has')
      sheets.push({ name: unescaped(name), isHidden: state !== 'visible', id })
    },
  })
  return sheets
}

async function sharedStrings(part: Packed | undefined, budget: Budget): Promise<readonly string[]> {
  const strings: string[] = []
  if (!part) return strings
  const text = openText()
  await readElements(part, budget, {
    open: (name) => (name === 'si' ? text.begin() : text.open(name)),
    close: (name) => {
      if (name !== 'si') return text.close(name)
      if (strings.push(text.end()) > STRINGS_MAX.count) throw new TooLarge('more words than a roster')
    },
    text: text.add,
  })
  return strings
}

/** The text of a cell as it goes by, in one piece or in runs of different looks, without how it is pronounced. */
export function openText() {
  let letters = ''
  let isText = false
  let isSpoken = false
  return {
    begin: () => void (letters = ''),
    open(name: string): void {
      if (name === 't') isText = true
      if (name === 'rPh') isSpoken = true
    },
    close(name: string): void {
      if (name === 't') isText = false
      if (name === 'rPh') isSpoken = false
    },
    add(piece: string): void {
      if (isText && !isSpoken && letters.length < CELL_LETTERS_MAX) letters += piece
    },
    end: () => ownLetters(unescaped(letters.slice(0, CELL_LETTERS_MAX))),
  }
}

/** A copy: a part of a long text holds the whole of it in memory. */
export const ownLetters = (text: string): string => (' ' + text).slice(1)

/** `_x000D_` is how a spreadsheet writes what XML cannot. */
export const unescaped = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text)

/** Formats that need not be spelled out: dates and times, also those of Chinese, Japanese, Korean and Thai. */
const DATE_FORMATS: readonly (readonly [number, number])[] = [[14, 22], [27, 36], [45, 47], [50, 58], [71, 81]]
const STYLES_MAX = 65_536

async function dateStyles(part: Packed | undefined, budget: Budget): Promise<readonly boolean[]> {
  const dates: boolean[] = []
  if (!part) return dates
  const own = new Map<number, boolean>()
  let isOfCells = false
  await readElements(part, budget, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isOfCells = true
      if (name === 'numFmt') {
        own.set(Number(attributes().numFmtId), isDateFormat(attributes().formatCode ?? ''))
        if (own.size > STYLES_MAX) throw new TooLarge('more formats than a spreadsheet has')
      }
      if (name === 'xf' && isOfCells) {
        const format = Number(attributes().numFmtId ?? 0)
        dates.push(own.get(format) ?? DATE_FORMATS.some(([first, last]) => format >= first && format <= last))
        if (dates.length > STYLES_MAX) throw new TooLarge('more styles than a spreadsheet has')
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false
    },
  })
  return dates
}

/** Without what is quoted, escaped or in brackets, a letter of a date is left. */
const isDateFormat = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ''))
