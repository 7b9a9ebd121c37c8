import { cloudFiles, isPhoto, type CloudFiles } from '../../../cloudfunctions/api/files'
import { picture } from '../../../scripts/play/picture'

const MEGABYTES_10 = 10 * 1024 * 1024
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])
const PNG = picture({ seed: 1, isTidy: false })
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.from([1, 2, 3, 4]), Buffer.from('WEBPVP8 ')])
const sized = (bytes: number) => Buffer.concat([JPEG, Buffer.alloc(bytes - JPEG.length)])

describe('what is a photo', () => {
  test.each<[string, Buffer, boolean]>([
    ['a JPEG', JPEG, true],
    ['a PNG', PNG, true],
    ['a WebP', WEBP, true],
    ['a photo of exactly 10 MB', sized(MEGABYTES_10), true],
    ['one byte more', sized(MEGABYTES_10 + 1), false],
    ['nothing', Buffer.alloc(0), false],
    ['a JPEG cut off after two bytes', JPEG.subarray(0, 2), false],
    ['a PNG cut off after seven bytes', PNG.subarray(0, 7), false],
    ['a WebP cut off before its name', WEBP.subarray(0, 11), false],
    ['a sound file, RIFF as well', Buffer.concat([Buffer.from('RIFF'), Buffer.from([1, 2, 3, 4]), Buffer.from('WAVEfmt ')]), false],
    ['text', Buffer.from('photo.jpg'), false],
    ['a web page', Buffer.from('<html><script>alert(1)</script>'), false],
    ['a drawing with script inside', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), false],
    ['a GIF', Buffer.from('GIF89a'), false],
    ['a PDF', Buffer.from('%PDF-1.7'), false],
    ['a JPEG behind a blank', Buffer.concat([Buffer.from(' '), JPEG]), false],
  ])('%s', (_, bytes, expected) => expect(isPhoto(bytes)).toBe(expected))
})

describe('files in the storage', () => {
  const stored: Readonly<Record<string, Buffer>> = { 'cloud://a': JPEG, 'cloud://b': WEBP, 'cloud://text': Buffer.from('text') }
  const asked: string[][] = []
  const deleted: string[] = []
  const cloud: CloudFiles = {
    downloadFile: ({ fileID }) => (stored[fileID] ? Promise.resolve({ fileContent: stored[fileID] }) : Promise.reject(new Error('STORAGE_FILE_NONEXIST'))),
    deleteFile: ({ fileList }) => Promise.resolve(void deleted.push(...fileList)),
    getTempFileURL: ({ fileList }) => {
      asked.push(fileList)
      return Promise.resolve({ fileList: fileList.map((fileID) => (stored[fileID] ? { fileID, status: 0, tempFileURL: `https://${fileID.slice(8)}` } : { fileID, status: -503003, tempFileURL: '' })) })
    },
  }
  beforeEach(() => void (asked.length = 0))

  test('a roster is read and gone; one that is not there is told', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const files = cloudFiles(cloud)
    expect([await files.read('cloud://text'), await files.read('cloud://nowhere'), deleted]).toEqual([stored['cloud://text'], null, ['cloud://text']])
    logged.mockRestore()
  })

  test('the first that is no photo is named by its place, also when it is not there at all', async () => {
    const files = cloudFiles(cloud)
    expect(await files.firstInvalid([])).toBeNull()
    expect(await files.firstInvalid(['cloud://a', 'cloud://b'])).toBeNull()
    expect(await files.firstInvalid(['cloud://a', 'cloud://text', 'cloud://gone'])).toBe(2)
    expect(await files.firstInvalid(['cloud://gone'])).toBe(1)
  })

  test('links keep their order, a file that is gone has none, and one file is asked for once', async () => {
    expect(await cloudFiles(cloud).links(['cloud://b', 'cloud://gone', 'cloud://a', 'cloud://b'])).toEqual(['https://b', null, 'https://a', 'https://b'])
    expect(asked).toEqual([['cloud://b', 'cloud://gone', 'cloud://a']])
  })

  test.each([[50, [50]], [51, [50, 1]], [120, [50, 50, 20]]])('%i files are asked for in calls of at most 50', async (count, sizes) => {
    await cloudFiles(cloud).links(Array.from({ length: count }, (_, index) => `cloud://${index}`))
    expect(asked.map(({ length }) => length)).toEqual(sizes)
  })
})
