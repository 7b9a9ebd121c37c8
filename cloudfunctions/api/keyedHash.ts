import { createHmac } from 'node:crypto'
import { envVariables } from './config.json'

const KEY_LENGTH_MIN = 32
/** A line of one letter, or of blanks, is no key. */
const KEY_LETTERS_MIN = 8
/** As the local cloud names itself to its functions, where the platform puts the id of a real credential. */
const LOCAL_CLOUD = 'local-cloud'

export type KeyEnvironment = { readonly HASH_KEY?: string; readonly TENCENTCLOUD_SECRETID?: string }

/** @throws where the function's key is missing, short, blank, or the one that everybody can read in the sources. That one is good on a developer's machine only. */
export function hashKeyOf({ HASH_KEY: key = '', TENCENTCLOUD_SECRETID }: KeyEnvironment): string {
  const letters = key.replace(/\s/g, '')
  if (letters.length < KEY_LENGTH_MIN || new Set(letters).size < KEY_LETTERS_MIN) throw new Error(`the function's environment variable HASH_KEY is missing, or is not ${KEY_LENGTH_MIN} random characters or more`)
  if (key.trim() === envVariables.HASH_KEY && TENCENTCLOUD_SECRETID !== LOCAL_CLOUD) throw new Error("the function's environment variable HASH_KEY is the one that everybody can read in the sources: give it one of your own before anything is handed out")
  return key
}

/** HMAC-SHA256 as hex. What is hashed with it cannot be guessed by whoever has the database but not the function's key (decision 0020). */
export const keyedHash = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex')
