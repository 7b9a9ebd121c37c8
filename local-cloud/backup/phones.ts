import type { Sql } from '../engine/sqlite'
import { openMessages } from '../openapi/messages'
import { hasTable } from './source'

/** What lies on the phones: WeChat's in the real cloud, so no collection, but a town without it would fall silent. */
const TABLES = { accepts: ['openid', 'template', 'left'], messages: ['id', 'at', 'openid', 'template', 'page', 'data'] } as const
export type PhoneTable = keyof typeof TABLES
export const PHONE_TABLES = Object.keys(TABLES) as PhoneTable[]
const PAGE = 500

/** Rows as lines of JSON arrays. */
export function* phoneLines(sql: Sql, table: PhoneTable): Generator<string> {
  if (!hasTable(sql, table)) return
  const statement = sql.prepare(`SELECT rowid, ${TABLES[table].join(', ')} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${PAGE}`)
  for (let page = statement.all([-1]); page.length > 0; page = statement.all([page[page.length - 1]![0]!])) {
    for (const [, ...row] of page) yield `${JSON.stringify(row)}\n`
  }
}

export function phoneLoader(sql: Sql, table: PhoneTable): (text: string) => void {
  openMessages(sql)
  const columns = TABLES[table]
  const statement = sql.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  return (text) => {
    const row = JSON.parse(text) as unknown
    const isRow = Array.isArray(row) && row.length === columns.length && row.every((item) => item === null || typeof item === 'string' || typeof item === 'number')
    if (!isRow) throw new Error('行无效 (not a row)')
    statement.run(row as (string | number | null)[])
  }
}
