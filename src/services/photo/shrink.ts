import Taro from '@tarojs/taro'
import { CAMERA_MAX, plainPhoto } from '../../../domain/photo/plainPhoto'
import { isTooLong, shrunkSize } from '../../../domain/photo/shrunkSize'
import { faultOf, UnfitPhoto } from './photoFault'
import { readBytes, writeBytes } from './weappFiles'

const BYTES_ENOUGH = 500_000
/** Tried in turn until it is small enough. */
const QUALITIES = [80, 60, 40] as const

/** A small JPEG of a picked file, without where and when it was taken (decisions 0023, 0044). Gives where it stands on this phone; throws `UnfitPhoto`. */
export const shrinkPhoto = (path: string): Promise<string> => (process.env.TARO_ENV === 'weapp' ? shrinkOnWeChat(path) : shrinkInBrowser(path))

/** A photo that breaks off is drawn by every phone, grey from there on: only its bytes tell. What is not understood may still be drawn. */
function refuseSpoilt(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnfitPhoto('empty')
  const plain = plainPhoto(bytes, CAMERA_MAX)
  if (!plain.ok && plain.flaw !== 'unknown') throw new UnfitPhoto(plain.flaw)
}

async function shrinkOnWeChat(path: string): Promise<string> {
  const given = await readBytes(path)
  refuseSpoilt(given)
  const { width, height } = await Taro.getImageInfo({ src: path }).catch(() => {
    throw new UnfitPhoto(faultOf(given.subarray(0, 12), ''))
  })
  if (isTooLong({ width, height })) throw new UnfitPhoto('tooLong')
  const small = shrunkSize({ width, height })
  const size = small.width < width && (width >= height ? { compressedWidth: small.width } : { compressedHeight: small.height })
  // A phone that cannot compress it sends what the camera gave, without what stood beside the picture.
  let plain = plainPhoto(given)
  for (const quality of QUALITIES) {
    const smaller = await Taro.compressImage({ src: path, quality, ...size }).catch(() => null)
    const made = smaller && plainPhoto(await readBytes(smaller.tempFilePath))
    if (!made?.ok) break
    plain = made
    if (made.bytes.length <= BYTES_ENOUGH) break
  }
  // What is not understood might carry its place: it does not leave the phone.
  if (!plain.ok) throw new UnfitPhoto(plain.flaw === 'unknown' ? faultOf(given.subarray(0, 12), '') : plain.flaw)
  return writeBytes(plain.bytes)
}

/* eslint-disable no-restricted-globals -- browser only: a canvas draws what the browser can decode, and writes nothing but the picture */
async function shrinkInBrowser(path: string): Promise<string> {
  const file = await (await fetch(path)).blob()
  const given = new Uint8Array(await new Response(file).arrayBuffer())
  refuseSpoilt(given)
  const fault = () => new UnfitPhoto(faultOf(given.subarray(0, 12), file.type))
  const image = new Image()
  image.src = path
  await image.decode().catch(() => {
    throw fault()
  })
  const { naturalWidth: width, naturalHeight: height } = image
  if (isTooLong({ width, height })) throw new UnfitPhoto('tooLong')
  const canvas = Object.assign(document.createElement('canvas'), shrunkSize({ width, height }))
  const pen = canvas.getContext('2d')
  if (!pen) throw fault()
  // What is see-through would become black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  let small: Blob | null = null
  for (const quality of QUALITIES) {
    small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality / 100))
    if (small && small.size <= BYTES_ENOUGH) break
  }
  if (!small) throw fault()
  return URL.createObjectURL(small)
}
/* eslint-enable no-restricted-globals */
