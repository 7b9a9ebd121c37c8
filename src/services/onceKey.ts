const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new key for one intention of the person: sent again with the same key, the server does it once. No secret. */
export const onceKey = (): string => Array.from({ length: 24 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')
