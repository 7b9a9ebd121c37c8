export async function ask(path, asked = {}) {
  const wanted = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined && value !== null && value !== ''))
  return answer(await reach(`/_cloud/api/${path}${wanted.size ? `?${wanted}` : ''}`))
}

export const send = async (path, body, method = 'POST') => answer(await reach(`/_cloud/api/${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))

async function reach(path, options) {
  try {
    return await fetch(path, options)
  } catch {
    throw new Error('本地云没有回应。它还在运行吗？')
  }
}

async function answer(reply) {
  const value = await reply.json().catch(() => ({ errMsg: `本地云的回应读不懂 (HTTP ${reply.status})` }))
  if (!reply.ok) throw new Error(value.errMsg)
  return value
}
