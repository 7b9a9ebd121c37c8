/** The parts of the SDK that are used. */
export type MediaCheck = { readonly mediaCheckAsync: (media: object) => Promise<{ traceId?: string }> }
export type LinkGiver = { readonly getTempFileURL: (options: { fileList: string[] }) => Promise<{ fileList: readonly { status: number; tempFileURL: string }[] }> }

const PICTURE = 2
const VERSION = 2
/** 评论: what people show to others. */
const SCENE = 2

/** WeChat fetches the picture by a link that opens for a while; its own file ids mean nothing there. */
export const photoCheckBy =
  (security: MediaCheck, cloud: LinkGiver) =>
  async (openid: string, fileId: string): Promise<string> => {
    const [file] = (await cloud.getTempFileURL({ fileList: [fileId] })).fileList
    if (file?.status !== 0 || !file.tempFileURL) throw new Error('the photo has no link')
    const { traceId } = await security.mediaCheckAsync({ mediaUrl: file.tempFileURL, mediaType: PICTURE, version: VERSION, scene: SCENE, openid })
    if (!traceId) throw new Error('the check has no trace id')
    return traceId
  }
