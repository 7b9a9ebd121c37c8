import { CloudError, unsupported } from '../errors'
import { isPlainObject, type Document, type Value } from './document'

/** `field({a: 1})` keeps, `field({a: 0})` drops; the two do not mix, but for `_id`. */
export function compileProjection(projection: Document): (document: Document) => Document {
  const paths = Object.entries(projection)
  for (const [path, rule] of paths) if (isPlainObject(rule)) throw unsupported('投影操作符', `${Object.keys(rule)[0] ?? '{}'} (${path})`)
  const others = paths.filter(([path]) => path !== '_id')
  const keeps = others.filter(([, rule]) => Boolean(rule)).map(([path]) => path)
  const drops = others.filter(([, rule]) => !rule).map(([path]) => path)
  if (keeps.length && drops.length) {
    throw new CloudError('DATABASE_REQUEST_FAILED', '[FailedOperation] Projection cannot have a mix of inclusion and exclusion.')
  }
  const idRule = projection._id
  const keepsOnly = keeps.length > 0 || (drops.length === 0 && Boolean(idRule))
  if (!keepsOnly) return (document) => without(document, idRule === undefined || idRule ? drops : [...drops, '_id']) as Document
  const wanted = idRule === undefined || idRule ? ['_id', ...keeps] : keeps
  return (document) => only(document, wanted) as Document
}

function only(value: Value, paths: string[]): Value {
  if (Array.isArray(value)) return value.filter((item) => isPlainObject(item) || Array.isArray(item)).map((item) => only(item, paths))
  if (!isPlainObject(value)) return undefined
  const copy: Document = {}
  for (const key of Object.keys(value)) {
    if (paths.includes(key)) copy[key] = value[key]
    else {
      const inner = paths.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1))
      const kept = inner.length ? only(value[key], inner) : undefined
      if (kept !== undefined) copy[key] = kept
    }
  }
  return copy
}

function without(value: Value, paths: string[]): Value {
  if (Array.isArray(value)) return value.map((item) => without(item, paths))
  if (!isPlainObject(value)) return value
  const copy: Document = {}
  for (const key of Object.keys(value)) {
    if (paths.includes(key)) continue
    const inner = paths.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1))
    copy[key] = inner.length ? without(value[key], inner) : value[key]
  }
  return copy
}
