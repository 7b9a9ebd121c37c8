/**
 * 人员名单核对, before a town is imported: with which roles its work could not be done.
 *   npm run -s people -- --people people.json --estates estates.json
 * Both as the cloud's console imports them: a document a line, or one list.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { roleFaults } from '../domain/decision/roleFaults'
import type { PersonDocument } from '../types/documents/people'
import type { EstateDocument } from '../types/documents/town'

function documentsIn<T>(file: string | undefined): readonly T[] {
  if (file === undefined) throw new Error('用法：npm run -s people -- --people people.json --estates estates.json')
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').trim()
  return (text.startsWith('[') ? JSON.parse(text) : text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T)) as readonly T[]
}

function main(): number {
  const { values } = parseArgs({ options: { people: { type: 'string' }, estates: { type: 'string' } } })
  const people = documentsIn<PersonDocument>(values.people)
  const estates = documentsIn<EstateDocument>(values.estates)
  const faults = [...new Set(estates.map(({ townId }) => townId))].flatMap((town) => roleFaults(people.filter(({ townId }) => townId === town), estates.filter(({ townId }) => townId === town).map(({ _id: id, name }) => ({ id, name }))))
  console.log(faults.length === 0 ? `没有发现问题：${people.length} 人，${estates.length} 个小区` : faults.join('\n'))
  return faults.length === 0 ? 0 : 1
}

try {
  process.exitCode = main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
