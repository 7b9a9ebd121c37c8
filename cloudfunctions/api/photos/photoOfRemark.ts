import type { Call } from '../context'

/**
 * A photo that came with a resident's words in the case, by the name it has in replies: the file as it was sent; null where none has it. A replacement is found by
 * the photo it stands for.
 */
export async function photoOfRemark({ store }: Pick<Call, 'store'>, caseId: string, wanted: string): Promise<string | null> {
  const check = await store.get('photoChecks', wanted)
  if (!check || !('caseId' in check.of) || check.of.caseId !== caseId) return null
  const document = await store.get('cases', caseId)
  const original = (document?.events ?? []).reduceRight((photo, event) => (event.type === 'photoRedacted' && event.replacement === photo ? event.photo : photo), check.fileId)
  const [remark] = await store.find('caseRemarks', { where: { caseId, photos: original }, limit: 1, fields: ['photos'] })
  return remark ? original : null
}
