import type { Value } from '../document'
import { compileExpression } from '../expression/compile'
import type { Scope } from '../expression/scope'
import { isObject, show, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { eachDocument, type CompileStage, type Run } from './stage'

function replacing(newRoot: Value, scope: Scope): Run {
  const expression = compileExpression(newRoot, scope)
  return eachDocument(scope, (document, frame) => {
    const root = expression(frame)
    if (isObject(root)) return root
    throw badValue(`'newRoot' expression must evaluate to an object, but resulting value was: ${show(root)}. Type of resulting value: '${typeName(root)}'. Input document: ${show(document).slice(0, 200)}`)
  })
}

export const $replaceRoot: CompileStage = (value, { scope }) => {
  if (!isObject(value)) throw badValue(`expected an object as specification for $replaceRoot stage, got ${typeName(value)}`)
  for (const name of Object.keys(value)) if (name !== 'newRoot') throw badValue(`unrecognized option to $replaceRoot stage: ${name}`)
  if (!('newRoot' in value)) throw badValue('no newRoot specified for the $replaceRoot stage')
  return replacing(value.newRoot, scope)
}

export const $replaceWith: CompileStage = (value, { scope }) => replacing(value, scope)
