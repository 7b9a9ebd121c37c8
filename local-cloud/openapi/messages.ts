import type { Sql } from '../engine/sqlite'

export type SentMessage = { readonly id: number; readonly at: number; readonly openid: string; readonly templateId: string; readonly page: string; readonly data: Record<string, { value: string }> }
export type Messages = ReturnType<typeof openMessages>

/** The phones of everybody: what has been accepted, and what has arrived. One accept is good for one message, as WeChat has it. */
export function openMessages(sql: Sql) {
  sql.execute('CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, at INTEGER, openid TEXT, template TEXT, page TEXT, data TEXT)')
  sql.execute('CREATE TABLE IF NOT EXISTS accepts (openid TEXT, template TEXT, left INTEGER NOT NULL, PRIMARY KEY (openid, template))')
  const left = (openid: string, templateId: string): number => (sql.prepare('SELECT left FROM accepts WHERE openid = ? AND template = ?').get([openid, templateId])?.[0] as number | undefined) ?? 0

  return {
    left,
    accept: (openid: string, templateId: string, times = 1): void =>
      void sql.prepare('INSERT INTO accepts (openid, template, left) VALUES (?, ?, ?) ON CONFLICT (openid, template) DO UPDATE SET left = left + excluded.left').run([openid, templateId, times]),

    /** False when nothing is left of what the person accepted. */
    deliver: (message: Omit<SentMessage, 'id'>): boolean =>
      sql.atomically(() => {
        if (left(message.openid, message.templateId) < 1) return false
        sql.prepare('UPDATE accepts SET left = left - 1 WHERE openid = ? AND template = ?').run([message.openid, message.templateId])
        sql.prepare('INSERT INTO messages (at, openid, template, page, data) VALUES (?, ?, ?, ?, ?)').run([message.at, message.openid, message.templateId, message.page, JSON.stringify(message.data)])
        return true
      }),

    count: (): number => sql.prepare('SELECT count(*) FROM messages').get([])![0] as number,

    accepts: (): { openid: string; templateId: string; left: number }[] =>
      sql.prepare('SELECT openid, template, left FROM accepts WHERE left > 0 ORDER BY openid, template').all([]).map(([openid, templateId, left]) => ({ openid: openid as string, templateId: templateId as string, left: left as number })),

    /** The last ones, of everybody or of one person, oldest first. */
    all: (limit = -1, openid?: string): SentMessage[] =>
      sql
        .prepare('SELECT id, at, openid, template, page, data FROM (SELECT * FROM messages WHERE ?1 IS NULL OR openid = ?1 ORDER BY id DESC LIMIT ?2) ORDER BY id')
        .all([openid ?? null, limit])
        .map(([id, at, openid, templateId, page, data]) => ({ id, at, openid, templateId, page, data: JSON.parse(data as string) as unknown }) as SentMessage),
  }
}
