import { createHmac } from 'node:crypto'

const KEY_LENGTH_MIN = 32

/** HMAC-SHA256 as hex. What is hashed with it cannot be guessed by whoever has the database but not the function's key (decision 0020). */
export function keyedHash(key: string | undefined, text: string): string {
  if (key === undefined || key.length < KEY_LENGTH_MIN) throw new Error(`the function's environment variable HASH_KEY is missing or shorter than ${KEY_LENGTH_MIN} characters`)
  return createHmac('sha256', key).update(text).digest('hex')
}
