import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from './errors'

const refused = (directory: string, reason: string) => new CloudError('DATA_UNUSABLE', `${reason}: ${directory}`)

/** Made if it is not there. Files without the documents that speak of them are half of a town: beginning anew over them would sweep them away. */
export function openDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw refused(directory, `不能用作数据目录 (cannot be a data directory, ${String((error as NodeJS.ErrnoException).code)})`)
  }
  const storage = path.join(directory, 'storage')
  const isHalf = !existsSync(path.join(directory, 'documents.db')) && existsSync(storage) && readdirSync(storage).length > 0
  if (isHalf) throw refused(directory, '有 storage 里的文件，却没有 documents.db；请从备份恢复，或换一个新目录 (there are stored files but no documents.db: restore a backup, or take a new directory)')
}
