import { cloudFiles, type CloudFiles } from '../../../cloudfunctions/api/files'

describe('files in the storage', () => {
  const stored = new Map<string, Buffer>(['a', 'b', 'text'].map((name) => [`cloud://${name}`, Buffer.from(name)]))
  const asked: string[][] = []
  const deleted: string[][] = []
  const cloud: CloudFiles = {
    downloadFile: ({ fileID }) => (stored.has(fileID) ? Promise.resolve({ fileContent: stored.get(fileID)! }) : Promise.reject(new Error('STORAGE_FILE_NONEXIST'))),
    uploadFile: ({ cloudPath, fileContent }) => {
      stored.set(`cloud://${cloudPath}`, fileContent)
      return Promise.resolve({ fileID: `cloud://${cloudPath}` })
    },
    deleteFile: ({ fileList }) => {
      deleted.push(fileList)
      return Promise.resolve({ fileList: fileList.map((fileID) => ({ fileID, status: fileID.includes('locked') ? -1 : stored.has(fileID) ? 0 : -503003 })) })
    },
    getTempFileURL: ({ fileList }) => {
      asked.push(fileList)
      return Promise.resolve({ fileList: fileList.map((fileID) => (stored.has(fileID) ? { fileID, status: 0, tempFileURL: `https://${fileID.slice(8)}` } : { fileID, status: -503003, tempFileURL: '' })) })
    },
  }
  beforeEach(() => void ([asked.length, deleted.length] = [0, 0]))
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
  afterAll(() => void jest.restoreAllMocks())
  const files = cloudFiles(cloud)

  test('a roster is read and gone; one that is not there is told', async () => {
    expect([await files.read('cloud://text'), await files.read('cloud://nowhere'), deleted]).toEqual([stored.get('cloud://text'), null, [['cloud://text']]])
  })

  test('a photo is fetched as it is, written as it is, and null where there is none', async () => {
    const whole = Uint8Array.from([1, 2, 3, 4, 5])
    expect([await files.fetch('cloud://a'), await files.fetch('cloud://gone')]).toEqual([Buffer.from('a'), null])
    expect([await files.write('copy.jpg', whole.subarray(1, 4)), stored.get('cloud://copy.jpg')]).toEqual(['cloud://copy.jpg', Buffer.from([2, 3, 4])])
  })

  test('what is not there is removed already; what the storage keeps back is told', async () => {
    await files.remove(Array.from({ length: 120 }, (_, index) => `cloud://${index}`))
    expect(deleted.map(({ length }) => length)).toEqual([50, 50, 20])
    await expect(files.remove(['cloud://a', 'cloud://locked'])).rejects.toThrow('cloud://locked')
  })

  test('links keep their order, a file that is gone has none, and one file is asked for once', async () => {
    expect(await files.links(['cloud://b', 'cloud://gone', 'cloud://a', 'cloud://b'])).toEqual(['https://b', null, 'https://a', 'https://b'])
    expect(asked).toEqual([['cloud://b', 'cloud://gone', 'cloud://a']])
  })

  test.each([[50, [50]], [51, [50, 1]], [120, [50, 50, 20]]])('%i files are asked for in calls of at most 50', async (count, sizes) => {
    await files.links(Array.from({ length: count }, (_, index) => `cloud://${index}`))
    expect(asked.map(({ length }) => length)).toEqual(sizes)
  })
})
