import { openSqlite, type Statement } from '../local-cloud/engine/sqlite'
import type { CaseDocument } from './caseDocuments'

export type Sum = { readonly _id: unknown; readonly cases: number; readonly points: number }

/**
 * The engine's peer: one plain table with columns for what is asked, the same indexes, the document as JSON text beside them, and SQL
 * written by hand for each question. It goes through the engine's own way into libsql, so that driver and pragmas are the same.
 */
export function openRaw(file: string) {
  const sql = openSqlite(file)
  sql.execute(`
    CREATE TABLE cases (rid INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, no TEXT NOT NULL, openid TEXT NOT NULL, createdAt INTEGER NOT NULL, state TEXT NOT NULL, points INTEGER NOT NULL, doc TEXT NOT NULL);
    CREATE UNIQUE INDEX by_no ON cases (no);
    CREATE INDEX by_person ON cases (openid, createdAt DESC);
    CREATE TABLE tags (tag TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (tag, rid)) WITHOUT ROWID;`)
  const addCase = sql.prepare('INSERT INTO cases (id, no, openid, createdAt, state, points, doc) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const addTag = sql.prepare('INSERT INTO tags (tag, rid) VALUES (?, ?)')
  const byId = sql.prepare('SELECT doc FROM cases WHERE id = ?')
  const byNo = sql.prepare('SELECT doc FROM cases WHERE no = ?')
  const ofPerson = sql.prepare('SELECT doc FROM cases WHERE openid = ? AND createdAt >= ? AND createdAt < ? ORDER BY createdAt DESC LIMIT ?')
  const ofTag = sql.prepare('SELECT doc FROM tags t CROSS JOIN cases c ON c.rid = t.rid WHERE t.tag = ? ORDER BY t.rid LIMIT ?')
  const change = sql.prepare('UPDATE cases SET state = ?, points = ?, doc = ? WHERE id = ?')
  // Apart, because SQLite writes an index anew when its column is set, be it to the same value.
  const changeDate = sql.prepare('UPDATE cases SET createdAt = ?, doc = ? WHERE id = ?')
  const sumsOfPerson = sql.prepare('SELECT state, count(*), sum(points) FROM cases WHERE openid = ? GROUP BY state')
  const sumsOfAll = sql.prepare('SELECT state, count(*), sum(points) FROM cases GROUP BY state')

  const parse = (rows: readonly unknown[][]): CaseDocument[] => rows.map(([text]) => JSON.parse(text as string) as CaseDocument)
  // A statement is always asked by `get` or always by `all`: libsql answers a `get` that follows an `all` with the rows of that `all`.
  const one = (statement: Statement, key: string): CaseDocument[] => {
    const row = statement.get([key])
    return row ? parse([row]) : []
  }
  const add = (document: CaseDocument): void => {
    const { _id, no, openid, createdAt, state, points, tags } = document
    const rid = addCase.run([_id, no, openid, createdAt, state, points, JSON.stringify(document)])
    for (const tag of tags) addTag.run([tag, rid])
  }
  const update = (id: string, alter: (document: CaseDocument) => CaseDocument): void => {
    const before = one(byId, id)[0]!
    const next = alter(before)
    if (next.createdAt === before.createdAt) change.run([next.state, next.points, JSON.stringify(next), id])
    else changeDate.run([next.createdAt, JSON.stringify(next), id])
  }
  const sums = (rows: readonly unknown[][]): Sum[] => rows.map(([_id, cases, points]) => ({ _id, cases: cases as number, points: points as number }))

  return {
    close: sql.close,
    insert: (documents: readonly CaseDocument[]): void => sql.atomically(() => documents.forEach(add)),
    byId: (id: string) => one(byId, id),
    byNo: (no: string) => one(byNo, no),
    ofPerson: (openid: string, from: number, to: number, limit: number) => parse(ofPerson.all([openid, from, to, limit])),
    ofTag: (tag: string, limit: number) => parse(ofTag.all([tag, limit])),
    update: (id: string, alter: (document: CaseDocument) => CaseDocument): void => sql.atomically(() => update(id, alter)),
    updateAndInsert: (id: string, alter: (document: CaseDocument) => CaseDocument, added: CaseDocument): void =>
      sql.atomically(() => {
        update(id, alter)
        add(added)
      }),
    sumsOfPerson: (openid: string) => sums(sumsOfPerson.all([openid])),
    sumsOfAll: () => sums(sumsOfAll.all([])),
  }
}

export type Raw = ReturnType<typeof openRaw>
