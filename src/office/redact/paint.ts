import Taro from '@tarojs/taro'
import { CANVAS_SIDE_PX, shrunkSize } from '../../../domain/photo/shrunkSize'
import { WHOLE, type Mark } from './marks'

/** The page carries this canvas, out of sight, where WeChat needs one. */
export const CANVAS = 'redact-canvas'
// Filled, not pixelated: a plate has been read back out of its pixels more than once.
const FILL = '#1b1f1d'
const QUALITY = 0.85

type Drawn = { readonly width: number; readonly height: number }
type Pen = { fillStyle: unknown; fillRect: (x: number, y: number, width: number, height: number) => void }

/** Outwards to whole pixels: no edge of what is hidden shines through. */
function fill(pen: Pen, { width, height }: Drawn, marks: readonly Mark[]) {
  pen.fillStyle = FILL
  for (const mark of marks) {
    const [left, top] = [Math.floor((mark.left / WHOLE) * width), Math.floor((mark.top / WHOLE) * height)]
    pen.fillRect(left, top, Math.ceil(((mark.left + mark.width) / WHOLE) * width) - left, Math.ceil(((mark.top + mark.height) / WHOLE) * height) - top)
  }
}

/** A copy of the photo with the marks blackened, as a JPEG on this phone. Throws where the photo does not open. */
export const paintOver = (link: string, marks: readonly Mark[]): Promise<string> => (process.env.TARO_ENV === 'weapp' ? paintOnWeChat(link, marks) : paintInBrowser(link, marks))

const canvasOfPage = (): Promise<Taro.Canvas> =>
  new Promise((resolve, reject) =>
    Taro.createSelectorQuery().select(`#${CANVAS}`).fields({ node: true }, (found) => {
      const canvas = (found as { node?: Taro.Canvas } | null)?.node
      if (canvas) resolve(canvas)
      else reject(new Error('the page has no canvas'))
    }).exec(),
  )

async function paintOnWeChat(link: string, marks: readonly Mark[]): Promise<string> {
  const canvas = await canvasOfPage()
  const image = canvas.createImage()
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('the photo does not open'))
    image.src = link
  })
  const size = shrunkSize(image, CANVAS_SIDE_PX)
  Object.assign(canvas, size)
  const pen = canvas.getContext('2d') as unknown as Pen & { drawImage: (image: unknown, x: number, y: number, width: number, height: number) => void }
  pen.drawImage(image, 0, 0, size.width, size.height)
  fill(pen, size, marks)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'jpg', quality: QUALITY, width: size.width, height: size.height, destWidth: size.width, destHeight: size.height })
  return tempFilePath
}

/* eslint-disable no-restricted-globals -- browser only: its canvas needs no place on the page */
async function paintInBrowser(link: string, marks: readonly Mark[]): Promise<string> {
  const image = new Image()
  image.src = link
  await image.decode()
  const size = shrunkSize({ width: image.naturalWidth, height: image.naturalHeight })
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser does not draw')
  // What is see-through would become black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, size.width, size.height)
  pen.drawImage(image, 0, 0, size.width, size.height)
  fill(pen, size, marks)
  const painted = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!painted) throw new Error('this browser does not write pictures')
  return URL.createObjectURL(painted)
}
/* eslint-enable no-restricted-globals */
