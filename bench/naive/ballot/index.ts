import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** How form systems usually keep one answer each: they look whether there is one, and if not, add it. */
export const main = async ({ household, answers }: { household: string; answers: string }) => {
  const answered = cloud.database().collection('naive').where({ household })
  const { total } = (await answered.count()) as { total: number }
  if (total > 0) return { ok: false }
  await cloud.database().collection('naive').add({ data: { household, answers } })
  return { ok: true }
}
