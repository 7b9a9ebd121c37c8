import { useEffect, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { useInFront } from './inFront'

/**
 * A word that the page's address keeps beside it, as `?name=word`: a reload in the browser and a copied link find it again. The word of the address comes before
 * `first`. WeChat's pages have no address; there the word is the page's own.
 */
export function useInAddress(name: string, first?: string): [string | undefined, (word: string | undefined) => void] {
  const { path, params } = useRouter()
  const [word, setWord] = useState(params[name] === undefined ? first : decodeURIComponent(params[name]))
  // Tabs keep what is open; their address is written anew each time they come to the front.
  const inFront = useInFront()
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5' && inFront) writeDown(path, name, word)
  }, [inFront, path, name, word])
  return [word, setWord]
}

/* eslint-disable no-restricted-globals -- the browser's address */
/** In place of the entry that is there: what is open beside a list is no step to go back. Another page's address is left alone. */
function writeDown(path: string, name: string, word: string | undefined): void {
  const [at = '', query] = window.location.hash.slice(1).split('?')
  if (at !== path.split('?')[0]) return
  const words = new URLSearchParams(query)
  if ((words.get(name) ?? undefined) === word) return
  if (word === undefined) words.delete(name)
  else words.set(name, word)
  const rest = words.toString()
  window.history.replaceState(window.history.state, '', `#${at}${rest && `?${rest}`}`)
}
