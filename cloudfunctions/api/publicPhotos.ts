import type { TownCall } from './context'
import { photoStates } from './photos/photoStates'

/** 可公开的照片: of these photos the ones that may be shown to the neighbourhood, in their order: those that passed the check. */
export async function publicPhotos(call: TownCall, fileIds: readonly string[]): Promise<readonly string[]> {
  const states = await photoStates(call, fileIds)
  return fileIds.filter((fileId) => states.get(fileId) === 'passed')
}
