import { reply, type Handler } from '../../context'

const PAGE = 20

/** 待审看的照片. */
export const listPhotosToDecide: Handler<'listPhotosToDecide'> = async ({ cursor }, { store, files, townId }) => {
  const found = await store.find('photoChecks', { where: { townId, waitsForOffice: true }, orderBy: [['at', 'asc']], skip: cursor, limit: PAGE + 1 })
  const page = found.slice(0, PAGE)
  const links = page.length > 0 ? await files.links(page.map(({ fileId }) => fileId)) : []
  return reply({
    photos: page.flatMap(({ _id, caseId, state, at }, index) => {
      const link = links[index]
      return link ? [{ photoId: _id, link, state, caseId, at }] : []
    }),
    nextCursor: found.length > PAGE ? cursor + PAGE : null,
  })
}
