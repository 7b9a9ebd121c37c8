import { createHash } from 'node:crypto'
import { squarePng } from './png'
import type { Parameters, Picture } from './protocol'
import type { WeChatReply } from './subscribeMessage'

const SCENE_MAX = 32
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]*$/
const PAGE = /^[\w-]+(\/[\w-]+)*$/
const WIDTH = 430
const WIDTH_MIN = 280
const WIDTH_MAX = 1280
/** 16 × 16 cells for the 256 bits of the digest, and an empty one around. */
const CELLS = 16

/** A stand-in that no phone can scan: the pattern only tells two codes apart, and what they say is written into the file. */
export function getUnlimited({ scene, page, width = WIDTH }: Parameters): WeChatReply | Picture {
  if (typeof scene !== 'string' || scene === '' || scene.length > SCENE_MAX) return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' }
  if (!SCENE.test(scene)) return { errcode: 40129, errmsg: 'invalid scene' }
  // WeChat takes the app's first page when none is given; which that is, the local cloud does not know.
  if (typeof page !== 'string' || !PAGE.test(page)) return { errcode: 41030, errmsg: page === undefined ? 'invalid page: 本地云要写明 page (the local cloud needs a page)' : 'invalid page' }
  if (!Number.isInteger(width) || (width as number) < WIDTH_MIN || (width as number) > WIDTH_MAX) return { errcode: 40097, errmsg: 'invalid args: width' }
  return { contentType: 'image/png', buffer: squarePng(width as number, pattern(scene, page, width as number), { scene, page }) }
}

function pattern(scene: string, page: string, width: number): (x: number, y: number) => boolean {
  const digest = createHash('sha256').update(`${page}?${scene}`).digest()
  const cellOf = (pixel: number) => Math.floor((pixel * (CELLS + 2)) / width) - 1
  const isInside = (cell: number) => cell >= 0 && cell < CELLS
  return (x, y) => {
    const [column, row] = [cellOf(x), cellOf(y)]
    const bit = row * CELLS + column
    return isInside(column) && isInside(row) && ((digest[bit >> 3]! >> (bit & 7)) & 1) === 1
  }
}
