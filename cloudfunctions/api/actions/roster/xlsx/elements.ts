import { Parser } from 'saxen'
import { NotSpreadsheet, TooLarge, unpacked, type Budget, type Packed } from './archive'

export type Attributes = Readonly<Record<string, string | undefined>>
/** What is done with an XML part as it goes by; names without their prefixes. Text comes in pieces. */
export type Listener = { readonly open?: (name: string, attributes: () => Attributes) => void; readonly close?: (name: string) => void; readonly text?: (text: string) => void; /** Enough was read. */ readonly isDone?: () => boolean }

/** A cell holds at most 32,767 characters: what goes on for so long without a tag is none, and would be searched over and over. */
const RUN_MAX = 1024 * 1024
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads a part while it is unpacked. */
export async function readElements(part: Packed, budget: Budget, { open, close, text, isDone }: Listener): Promise<void> {
  const parser = new Parser()
  parser.on('error', (error) => {
    throw new NotSpreadsheet(error.message)
  })
  if (open) parser.on('openTag', (name, attributes, decode) => open(local(name), () => localNames(attributes(), decode)))
  if (close) parser.on('closeTag', (name) => close(local(name)))
  if (text) {
    parser.on('text', (piece, decode) => text(decode(piece)))
    parser.on('cdata', text)
  }
  const letters = new TextDecoder()
  let run = 0
  for await (const piece of unpacked(part, budget)) {
    for (let from = 0; from < piece.length; from += RUN_MAX) {
      const xml = letters.decode(piece.subarray(from, from + RUN_MAX), { stream: true })
      const tag = xml.lastIndexOf('>')
      run = tag < 0 ? run + xml.length : xml.length - tag
      if (run > RUN_MAX) throw new TooLarge('a cell without an end')
      parser.write(xml)
      if (isDone?.()) return
    }
  }
  parser.end()
}

function localNames(attributes: Readonly<Record<string, string>>, decode: (text: string) => string): Attributes {
  const named: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) named[local(name)] = decode(value)
  return named
}
