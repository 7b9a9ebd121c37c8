import Taro from '@tarojs/taro'

/** 打印文件, in base64 as it came. */
export type SheetFile = { readonly name: string; readonly file: string }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const OURS = /^绑定码-.*\.docx$/
const folder = () => Taro.env.USER_DATA_PATH ?? ''
const pathOf = (name: string) => `${folder()}/${name}`
/** WeChat calls back; a promise that fails has the reason as WeChat gave it. */
const asked = (ask: (option: { success: () => void; fail: (reason: unknown) => void }) => void) => new Promise<void>((resolve, reject) => ask({ success: () => resolve(), fail: reject }))

/** In a browser into its downloads; on the phone it is put down, for WeChat hands a file on only right after a tap. */
export async function takeSheet({ name, file }: SheetFile): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') return asked((option) => Taro.getFileSystemManager().writeFile({ filePath: pathOf(name), data: file, encoding: 'base64', ...option }))
  // eslint-disable-next-line no-restricted-globals -- browser only: a link with a name is its way to save
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))], { type: WORD }))
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Into a chat of one's own choice: 文件传输助手 takes it to a PC. Fails where the person turns back. */
export const shareSheet = (name: string): Promise<void> => asked((option) => void Taro.shareFileMessage({ filePath: pathOf(name), fileName: name, ...option }))
export const lookAtSheet = (name: string): Promise<void> => asked((option) => void Taro.openDocument({ filePath: pathOf(name), fileType: 'docx', showMenu: true, ...option }))

/** Codes do not stay on a phone: whatever was put down goes, also what a closed app left. */
export function forgetSheets(): void {
  if (process.env.TARO_ENV !== 'weapp') return
  const files = Taro.getFileSystemManager()
  files.readdir({ dirPath: folder(), success: ({ files: names }) => names.filter((name) => OURS.test(name)).forEach((name) => files.unlink({ filePath: pathOf(name), fail: () => undefined })), fail: () => undefined })
}
