import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A node as WeChat's own template compiler draws it. */
export type Node = { tag: string; attr: Record<string, unknown>; children: (Node | string | number)[]; parent?: Node; page?: unknown }

const packageRoot = path.dirname(createRequire(path.resolve('package.json')).resolve('miniprogram-compiler/package.json'))

/** Path of `wcc` or `wcsc`; npm drops the permission to run them. */
export function compilerOf(name: 'wcc' | 'wcsc'): string {
  const binary = path.join(packageRoot, 'bin/linux', name)
  chmodSync(binary, 0o755)
  return binary
}

export function filesUnder(root: string, extension: RegExp): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => extension.test(file)).map((file) => file.split(path.sep).join('/')).sort()
}

/** All templates as one script that defines `$gwx`. Throws with file, line and column when one does not compile. */
export function compileTemplates(root: string): string {
  const files = filesUnder(root, /\.(wxml|wxs)$/).map((file) => `./${file}`)
  // `comp` draws itself: Taro's trees are deeper than a template may nest.
  const components = existsSync(path.join(root, 'comp.wxml')) ? '1 ./comp.wxml 1 comp' : '0'
  return execFileSync(compilerOf('wcc'), ['-d', '-cc', components, ...files, '-gn', '$gwx'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
}

export type Draw = (file: string, data: unknown) => Node

/** Draws a page's data, opening `comp` wherever it stands, and ties each node to its parent. */
export function drawTree(draw: Draw, file: string, data: unknown): Node {
  const root = draw(file, data)
  tie(draw, root)
  return root
}

function tie(draw: Draw, node: Node) {
  node.attr ??= {}
  if (node.tag === 'wx-comp') node.children = draw('./comp.wxml', { i: node.attr.i, l: node.attr.l }).children
  for (const child of node.children ?? []) {
    if (typeof child !== 'object') continue
    child.parent = node
    tie(draw, child)
  }
}

export function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) if (typeof child === 'object') yield* walk(child)
}

/** What can be read of a node: its words in order, with what a reader would be told of a picture or a field. */
export function textOf(node: Node | string | number): string {
  if (typeof node !== 'object') return String(node)
  const own = node.tag === 'wx-input' || node.tag === 'wx-textarea' ? String(node.attr.value ?? '') : ''
  return own + (node.children ?? []).map(textOf).join('')
}

/** As a reader would call it. (wcc writes aria-label as ariaLabel.) */
export const nameOf = (node: Node): string => String(node.attr.ariaLabel ?? '') || textOf(node)
