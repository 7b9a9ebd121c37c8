import Taro from '@tarojs/taro'

/** Gives a text as a file: on WeChat into a chat of one's own choice, in a browser to its downloads. Throws when the person turns back. */
export async function saveFile(name: string, text: string): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') return shareFile(name, text)
  // eslint-disable-next-line no-restricted-globals -- browser only: a link with a name is its way to save
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

function shareFile(name: string, text: string) {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  return new Promise<void>((resolve, reject) => void Taro.shareFileMessage({ filePath, fileName: name, success: () => resolve(), fail: reject }))
}
