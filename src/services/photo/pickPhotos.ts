import Taro from '@tarojs/taro'
import { consentTo } from '../privacy/consent'

/** `name` is what the person knows it by, where the phone tells it. */
export type Picked = { readonly path: string; readonly name: string | null; readonly isVideo: boolean; readonly isEmpty: boolean }
type PickOptions = { readonly count: number; readonly cameraOnly: boolean }

/** The one door to camera and album. Empty when the person says no, or closes it without a photo. */
export async function pickPhotos(options: PickOptions): Promise<Picked[]> {
  if (!(await consentTo('photo'))) return []
  return process.env.TARO_ENV === 'weapp' ? pickOnWeChat(options) : pickInBrowser(options)
}

async function pickOnWeChat({ count, cameraOnly }: PickOptions): Promise<Picked[]> {
  const picked = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'], sourceType: cameraOnly ? ['camera'] : ['camera', 'album'] }).catch(() => undefined)
  return picked?.tempFiles.map(({ tempFilePath, size, fileType }) => ({ path: tempFilePath, name: null, isVideo: fileType === 'video', isEmpty: size === 0 })) ?? []
}

/* eslint-disable no-restricted-globals -- browser only: Taro.chooseMedia swallows in silence whatever it cannot draw */
const pickInBrowser = ({ count, cameraOnly }: PickOptions) =>
  new Promise<Picked[]>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    if (cameraOnly) input.setAttribute('capture', 'environment')
    input.onchange = () => resolve(Array.from(input.files ?? [], (file) => ({ path: URL.createObjectURL(file), name: file.name, isVideo: file.type.startsWith('video/'), isEmpty: file.size === 0 })))
    input.oncancel = () => resolve([])
    input.click()
  })
/* eslint-enable no-restricted-globals */
