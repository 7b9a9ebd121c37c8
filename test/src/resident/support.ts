import Taro from '@tarojs/taro'

/** What the page writes into a file to be sent on. */
export function readMessage(): { name: () => string; text: () => string } {
  const writeFileSync = jest.fn()
  Object.assign(Taro, { env: { USER_DATA_PATH: 'wxfile://usr' }, getFileSystemManager: () => ({ writeFileSync }) })
  return { name: () => jest.mocked(Taro.shareFileMessage).mock.lastCall![0].fileName!, text: () => writeFileSync.mock.lastCall![1] as string }
}
