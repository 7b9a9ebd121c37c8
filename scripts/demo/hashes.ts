import { createHash } from 'node:crypto'
import { keyedHash } from '../../cloudfunctions/api/keyedHash'
import { envVariables } from '../../cloudfunctions/api/config.json'

/** As the functions reckon on the local cloud: the demo's ids are those that the functions look for. */
export const demoHash = (text: string): string => createHash('sha256').update(text).digest('hex')
export const demoKeyedHash = (text: string): string => keyedHash(envVariables.HASH_KEY, text)
