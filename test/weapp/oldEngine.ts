import { RegExpParser } from '@eslint-community/regexpp'
import ts from 'typescript'

/** ES2017 knew no `\p{…}`, no look behind, no named group, no flags d, s, v: what WeChat's Android engine (no ICU) and old iPhones refuse. */
const patterns = new RegExpParser({ ecmaVersion: 2017 })
const UNICODE_TABLES = /(?:^|[^\\])(?:\\\\)*\\[pP]\{/

/** Why such an engine refuses a regular expression; null when it takes it. */
export function patternFault(pattern: string, flags: string): string | null {
  if (UNICODE_TABLES.test(pattern)) return `/${pattern}/${flags}: \\p{…} needs the tables of Unicode`
  try {
    patterns.parseLiteral(`/${pattern || '(?:)'}/${flags}`)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export type ScriptFaults = {
  /** The engine refuses the whole file: nothing of it runs. */
  readonly refused: readonly string[]
  /** It runs, and does something else there than here. */
  readonly different: readonly string[]
}

/** Answer by the tables and languages of ICU, or are not there without it. */
const BY_LANGUAGE = /^(localeCompare|toLocale\w+)$/

/** What of a script an engine without ICU, of ES2019 and no later, does not take as we do: found in its syntax, not in its words. WeChat is told not to compile (es6: false). */
export function scriptFaults(file: string, source: string): ScriptFaults {
  const refused = new Set<string>()
  const different = new Set<string>()
  const add = (fault: string | null) => void (fault && refused.add(fault))
  const visit = (node: ts.Node) => {
    if (node.kind === ts.SyntaxKind.QuestionDotToken) add('?. is newer than ES2019')
    if (node.kind === ts.SyntaxKind.QuestionQuestionToken) add('?? is newer than ES2019')
    if (ts.isPrivateIdentifier(node)) add('#private is newer than ES2019')
    if (ts.isClassStaticBlockDeclaration(node) || ts.isPropertyDeclaration(node)) add('class field is newer than ES2019')
    if (ts.isBigIntLiteral(node)) add('bigint is newer than ES2019')
    if (ts.isRegularExpressionLiteral(node)) add(patternFault(node.text.slice(1, node.text.lastIndexOf('/')), node.text.slice(node.text.lastIndexOf('/') + 1)))
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && nameOf(node.expression) === 'RegExp') for (const fault of madeFaults(node.arguments ?? ts.factory.createNodeArray())) add(fault)
    if (ts.isIdentifier(node) && node.text === 'Intl' && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) different.add('Intl')
    if (ts.isCallExpression(node) && BY_LANGUAGE.test(nameOf(node.expression))) different.add(`${nameOf(node.expression)}()`)
    if (ts.isCallExpression(node) && nameOf(node.expression) === 'normalize' && (node.arguments.length === 0 || /^NFK?[CD]$/.test(wordsOf(node.arguments[0]!) ?? ''))) different.add('normalize()')
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS))
  return { refused: [...refused], different: [...different] }
}

/** `RegExp`, also as `globalThis.RegExp`. */
const nameOf = (expression: ts.Expression): string => (ts.isIdentifier(expression) ? expression.text : ts.isPropertyAccessExpression(expression) ? expression.name.text : '')

/** A text that stands whole in the script, also in pieces with + between; null when some of it is only known later. */
function wordsOf(expression: ts.Expression): string | null {
  if (ts.isStringLiteralLike(expression)) return expression.text
  if (ts.isParenthesizedExpression(expression)) return wordsOf(expression.expression)
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null
  const [left, right] = [wordsOf(expression.left), wordsOf(expression.right)]
  return left === null || right === null ? null : left + right
}

/** Of `new RegExp(…)`: the whole pattern where it is known, else what can be seen in its pieces. */
function madeFaults([pattern, flags]: readonly ts.Expression[]): (string | null)[] {
  if (!pattern) return []
  const [whole, marks] = [wordsOf(pattern), flags ? wordsOf(flags) : '']
  if (whole !== null) return [patternFault(whole, marks ?? '')]
  const faults = marks && /[dsv]/.test(marks) ? [`new RegExp(…, "${marks}"): flag`] : []
  const visit = (node: ts.Node) => {
    const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : ''
    if (/\\[pP]\{|\(\?<|\(\?[a-z-]+[:)]/.test(text)) faults.push(`new RegExp("…${text}…")`)
    ts.forEachChild(node, visit)
  }
  visit(pattern)
  return faults
}
