import type { Document, Value } from '../document'
import { isObject, show } from '../expression/values'
import { badValue } from '../query/badValue'
import type { CompileStage, Run } from './stage'

function wholeNumber(stage: '$limit' | '$skip', value: Value): number {
  const refuse = (what: string) => badValue(`invalid argument to ${stage} stage: Expected ${what} in: ${stage}: ${show(value)}`)
  if (typeof value !== 'number') throw refuse('a number')
  if (value < 0) throw refuse('a non-negative number')
  if (!Number.isInteger(value)) throw refuse('an integer')
  return value
}

export function limitOf(value: Value): number {
  const limit = wholeNumber('$limit', value)
  if (limit === 0) throw badValue('the limit must be positive')
  return limit
}

export const skipOf = (value: Value): number => wholeNumber('$skip', value)

export const $limit: CompileStage = (value) => {
  const limit = limitOf(value)
  return function* (documents) {
    let taken = 0
    for (const document of documents) {
      yield document
      // Asking for one more would make the stages before this one work for nothing.
      if (++taken === limit) return
    }
  }
}

export const $skip: CompileStage = (value) => {
  const skip = skipOf(value)
  return function* (documents) {
    let seen = 0
    for (const document of documents) if (seen++ >= skip) yield document
  }
}

export const $sample: CompileStage = (value) => {
  if (!isObject(value)) throw badValue('the $sample stage specification must be an object')
  for (const name of Object.keys(value)) if (name !== 'size') throw badValue(`unrecognized option to $sample: ${name}`)
  if (!('size' in value)) throw badValue('$sample stage must specify a size')
  if (typeof value.size !== 'number') throw badValue('size argument to $sample must be a number')
  if (value.size < 0) throw badValue('size argument to $sample must not be negative')
  return sampling(Math.trunc(value.size))
}

/** Each selection is as likely as any other, in any order, and no document comes twice; no more are held than are wanted. */
const sampling = (size: number): Run => (documents) => {
  const drawn: Document[] = []
  let seen = 0
  for (const document of documents) {
    const place = randomBelow(++seen)
    if (drawn.length < size) drawn.push(document)
    else if (place < size) drawn[place] = document
  }
  return shuffled(drawn)
}

const randomBelow = (bound: number): number => Math.floor(Math.random() * bound)

function shuffled(documents: Document[]): Document[] {
  for (let i = documents.length - 1; i > 0; i--) {
    const other = randomBelow(i + 1)
    ;[documents[i], documents[other]] = [documents[other]!, documents[i]!]
  }
  return documents
}

export const $count: CompileStage = (value) => {
  if (typeof value !== 'string' || value === '') throw badValue('the count field must be a non-empty string')
  if (value.startsWith('$')) throw badValue('the count field cannot be a $-prefixed path')
  if (value.includes('.')) throw badValue("the count field cannot contain '.'")
  if (value.includes('\0')) throw badValue('the count field cannot contain a null byte')
  return function* (documents) {
    let count = 0
    for (const _ of documents) count++
    // Of nothing there is no row at all.
    if (count > 0) yield { [value]: count }
  }
}
