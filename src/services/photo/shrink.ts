import Taro from '@tarojs/taro'
import { faultOf, UnfitPhoto } from './photoFault'
import { plainJpeg } from './plainJpeg'
import { readBytes, writeBytes } from './weappFiles'

/** Enough to see a cracked tile, little enough for a weak network (decision 0023). */
const LONG_SIDE_PX = 1600
const BYTES_ENOUGH = 500_000
/** Tried in turn until it is small enough. */
const QUALITIES = [80, 60, 40] as const

/** A small JPEG of a picked file, without where and when it was taken. Gives where it stands on this phone; throws `UnfitPhoto`. */
export const shrinkPhoto = (path: string): Promise<string> => (process.env.TARO_ENV === 'weapp' ? shrinkOnWeChat(path) : shrinkInBrowser(path))

async function shrinkOnWeChat(path: string): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src: path }).catch(() => {
    throw new UnfitPhoto('broken')
  })
  const tooLong = Math.max(width, height) > LONG_SIDE_PX
  const size = tooLong && (width >= height ? { compressedWidth: LONG_SIDE_PX } : { compressedHeight: LONG_SIDE_PX })
  let bytes = await readBytes(path)
  for (const quality of QUALITIES) {
    // A phone that cannot compress it sends what the camera gave: the server says so if that is too much.
    const smaller = await Taro.compressImage({ src: path, quality, ...size }).catch(() => null)
    if (!smaller) break
    bytes = await readBytes(smaller.tempFilePath)
    if (bytes.length <= BYTES_ENOUGH) break
  }
  if (bytes.length === 0) throw new UnfitPhoto('empty')
  return writeBytes(plainJpeg(bytes) ?? bytes)
}

/* eslint-disable no-restricted-globals -- browser only: a canvas draws what the browser can decode, and writes nothing but the picture */
async function shrinkInBrowser(path: string): Promise<string> {
  const file = await (await fetch(path)).blob()
  const fault = async () => new UnfitPhoto(faultOf(new Uint8Array(await new Response(file.slice(0, 12)).arrayBuffer()), file.type))
  if (file.size === 0) throw new UnfitPhoto('empty')
  const image = new Image()
  image.src = path
  await image.decode().catch(async () => {
    throw await fault()
  })
  const scale = Math.min(1, LONG_SIDE_PX / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw await fault()
  // What is see-through would become black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  let small: Blob | null = null
  for (const quality of QUALITIES) {
    small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality / 100))
    if (small && small.size <= BYTES_ENOUGH) break
  }
  if (!small) throw await fault()
  return URL.createObjectURL(small)
}
/* eslint-enable no-restricted-globals */
