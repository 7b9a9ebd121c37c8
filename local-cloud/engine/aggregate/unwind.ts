import type { Document, Value } from '../document'
import { splitFieldPath } from '../expression/fieldPath'
import { isArray, isNullish, isObject, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { fieldAt, withField } from './fields'
import type { CompileStage } from './stage'

type Unwinding = { readonly path: string; readonly preserve: boolean; readonly index: string | undefined }

function unwindingOf(value: Value): Unwinding {
  const options = typeof value === 'string' ? { path: value } : value
  if (!isObject(options)) throw badValue(`expected either a string or an object as specification for $unwind stage, got ${typeName(value)}`)
  for (const name of Object.keys(options)) if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name)) throw badValue(`unrecognized option to $unwind stage: ${name}`)
  const { path, preserveNullAndEmptyArrays: preserve = false, includeArrayIndex: index } = options
  if (path === undefined) throw badValue('no path specified to $unwind stage')
  if (typeof path !== 'string') throw badValue(`expected a string as the path for $unwind stage, got ${typeName(path)}`)
  if (typeof preserve !== 'boolean') throw badValue(`expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserve)}`)
  if (!path.startsWith('$')) throw badValue(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  if (index === undefined) return { path: path.slice(1), preserve, index }
  if (typeof index !== 'string' || index === '') throw badValue(`expected a non-empty string for the includeArrayIndex option to $unwind stage, got ${typeName(index)}`)
  if (index.startsWith('$')) throw badValue(`includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`)
  return { path: path.slice(1), preserve, index }
}

/** One document for each element; what is no array is its own only element. */
export const $unwind: CompileStage = (value) => {
  const { path, preserve, index } = unwindingOf(value)
  const names = splitFieldPath(path)
  const indexNames = index === undefined ? undefined : splitFieldPath(index)
  const numbered = (document: Document, place: number | null) => (indexNames ? withField(document, indexNames, place) : document)
  return function* (documents) {
    for (const document of documents) {
      const array = fieldAt(document, names)
      if (isArray(array) && array.length > 0) for (const [place, item] of array.entries()) yield numbered(withField(document, names, item), place)
      else if (!isArray(array) && !isNullish(array)) yield numbered(document, null)
      else if (preserve) yield numbered(isArray(array) ? withField(document, names, undefined) : document, null)
    }
  }
}
