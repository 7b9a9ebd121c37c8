import Taro from '@tarojs/taro'
import { consentTo } from '@/services/privacy/consent'

export type PickedFile = { readonly path: string; readonly name: string }

/** 选表格. Null when the person says no, or closes it without a file. */
export const pickRoster = (): Promise<PickedFile | null> => (process.env.TARO_ENV === 'weapp' ? pickOnWeChat() : pickInBrowser())

/** A mini-program sees no files of the phone but those in a chat. */
async function pickOnWeChat(): Promise<PickedFile | null> {
  if (!(await consentTo('file'))) return null
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(() => undefined)
  const file = picked?.tempFiles[0]
  return file ? { path: file.path, name: file.name } : null
}

/* eslint-disable no-restricted-globals -- browser only: Taro has no way to choose a file there */
const pickInBrowser = () =>
  new Promise<PickedFile | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file ? { path: URL.createObjectURL(file), name: file.name } : null)
    }
    input.oncancel = () => resolve(null)
    input.click()
  })
/* eslint-enable no-restricted-globals */
