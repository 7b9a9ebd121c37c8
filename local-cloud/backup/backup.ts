import { parseArgs } from 'node:util'
import { dump } from './dump'
import { Refused, runCommand } from './refused'

/** `npm run cloud:backup -- --data .data/demo --out DIR` */
runCommand(() => {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.data' }, out: { type: 'string' } } })
  if (!values.out) throw new Refused('请用 --out 指定备份文件夹 (name the backup folder with --out)')
  const { collections, files } = dump({ dataDir: values.data, out: values.out })
  const documents = collections.reduce((sum, each) => sum + each.documents, 0)
  return `已备份 (backed up): ${collections.length} 个集合 (collections), ${documents} 条文档 (documents), ${files.length} 个文件 (files) → ${values.out}`
})
