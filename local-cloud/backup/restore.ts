import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { IndexDefinitions } from '../engine/indexes'
import { load } from './load'
import { Refused, runCommand } from './refused'

/** The indexes of the project: a document that breaks a unique one is refused now, and not at the next start. */
const projectIndexes = (file = 'store/indexes.json'): IndexDefinitions => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as IndexDefinitions) : {})

/** `npm run cloud:restore -- --from DIR --data .data/restored [--no-manifest]` */
runCommand(() => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, data: { type: 'string' }, 'no-manifest': { type: 'boolean', default: false } } })
  if (!values.from || !values.data) throw new Refused('请用 --from 指定备份，用 --data 指定新的数据目录 (name the backup with --from and the new data directory with --data)')
  const { collections, documents, files } = load({ from: values.from, dataDir: values.data, indexes: projectIndexes(), manifest: !values['no-manifest'] })
  return `已恢复 (restored): ${collections} 个集合 (collections), ${documents} 条文档 (documents), ${files} 个文件 (files) → ${values.data}`
})
