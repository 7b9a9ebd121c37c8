import { existsSync, readFileSync } from 'node:fs'
import { isOpenid } from '../client/identity'

export type Person = { readonly openid: string; readonly name: string; readonly role?: string; readonly note?: string }

/** Whom one can be: the starter's list, or people.json in the data directory (read anew, so that a seed may write it). */
export function openPeople(given: readonly Person[] | undefined, file: string | null): () => readonly Person[] {
  return () => {
    const people: unknown = given ?? (file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [])
    if (!Array.isArray(people)) throw new Error('people.json: 应为数组 (an array was expected)')
    for (const person of people as Person[]) if (!isOpenid(person.openid) || !person.name) throw new Error(`people.json: openid 或 name 无效 (invalid person): ${JSON.stringify(person)}`)
    return people as Person[]
  }
}
