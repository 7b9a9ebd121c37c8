import { createHash, randomUUID } from 'node:crypto'
import cloud from 'wx-server-sdk'
import { TEMPLATE_IDS } from '../../config/templates'
import { cloudDatabase, type CloudSdkDatabase } from '../../store/cloudDatabase'
import { rulesLoader } from '../../store/rules'
import { removeFiles, type FileRemover } from '../../store/removeFiles'
import { openStore } from '../../store/store'
import type { PlatformContext } from '../../types/platform'
import { beat } from './beat'
import config from './config.json'
import { isPlatformTimer } from './isPlatformTimer'
import { photoCheckBy, type LinkGiver, type MediaCheck } from './photoCheck'

// The SDK's types know only a name here; the constant is its documented way to say "the environment this runs in".
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

// The SDK types its openapi as `any`.
const { subscribeMessage, security } = cloud.openapi as unknown as { subscribeMessage: { send: (message: object) => Promise<unknown> }; security: MediaCheck }
const store = openStore(cloudDatabase(cloud.database() as unknown as CloudSdkDatabase))
const services = {
  store,
  loadRules: rulesLoader(store),
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  send: async (touser: string, template: keyof typeof TEMPLATE_IDS, page: string, data: Record<string, { value: string }>) => {
    await subscribeMessage.send({ touser, templateId: TEMPLATE_IDS[template], page, data })
  },
  checkPhoto: photoCheckBy(security, cloud as unknown as LinkGiver),
  removeFiles: (fileIds: readonly string[]) => removeFiles(cloud as unknown as FileRemover, fileIds),
  writeFile: async (cloudPath: string, bytes: Uint8Array) => (await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(bytes) })).fileID,
}

/** A beat begins nothing more after this part of the function's time: whatever is under way then comes to its end before the platform ends it. */
const PLANNED = 0.7

/** 时钟: one beat each minute. Whatever does not come from the platform's timer is turned away. */
export const main = async (event: unknown, context: PlatformContext | undefined) => {
  if (!isPlatformTimer(event, context, () => cloud.getWXContext())) return { ok: false, code: 'NOT_ALLOWED' }
  const began = performance.now()
  // The console may say another limit than the file the function was made from.
  const planned = PLANNED * Math.min(context?.time_limit_in_ms ?? Infinity, config.timeout * 1000)
  return { ok: true, ...(await beat({ ...services, now: Date.now(), beatId: randomUUID(), timeLeft: () => planned - (performance.now() - began) })) }
}
