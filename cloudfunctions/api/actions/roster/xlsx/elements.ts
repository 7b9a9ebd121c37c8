import { Parser } from 'saxen'
import { NotSpreadsheet, TooLarge, unpacked, type Budget, type Packed } from './archive'

export type Attributes = Readonly<Record<string, string | undefined>>
/** What is done with an XML part as it goes by; names without their prefixes. Text comes in pieces. */
export type Listener = { readonly open?: (name: string, attributes: () => Attributes) => void; readonly close?: (name: string) => void; readonly text?: (text: string) => void; /** Enough was read. */ readonly isDone?: () => boolean }

/** A cell holds at most 32,767 characters, of 8 letters where each is written as a number: what goes on for longer without an end would be searched over and over. */
const RUN_MAX = 512 * 1024
/** Tags within tags; a cell's letters stand eight deep. */
const DEPTH_MAX = 64
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads a part while it is unpacked. */
export async function readElements(part: Packed, budget: Budget, { open, close, text, isDone }: Listener): Promise<void> {
  const parser = new Parser()
  parser.on('error', (error) => {
    throw new NotSpreadsheet(error.message)
  })
  let [run, depth] = [0, 0]
  // Whatever has ended, by the reader's own word: a `>` also stands within attributes, comments and texts.
  const ended = () => void (run = 0)
  parser.on('openTag', (name, attributes, decode, isClosed) => {
    ended()
    if (!isClosed && (depth += 1) > DEPTH_MAX) throw new TooLarge('tags within tags')
    open?.(local(name), () => localNames(attributes(), decode))
  })
  parser.on('closeTag', (name, _, isOpened) => {
    ended()
    if (!isOpened) depth -= 1
    close?.(local(name))
  })
  parser.on('text', (piece, decode) => {
    ended()
    text?.(decode(piece))
  })
  parser.on('cdata', (piece) => {
    ended()
    text?.(piece)
  })
  parser.on('comment', ended)
  parser.on('question', ended)
  parser.on('attention', ended)
  const letters = new TextDecoder()
  for await (const piece of unpacked(part, budget)) {
    const xml = letters.decode(piece, { stream: true })
    run += xml.length
    parser.write(xml)
    if (isDone?.()) return
    if (run > RUN_MAX) throw new TooLarge('something without an end')
  }
  parser.end()
}

function localNames(attributes: Readonly<Record<string, string>>, decode: (text: string) => string): Attributes {
  const named: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) named[local(name)] = decode(value)
  return named
}
