import { make } from './dom.js'
import { fullTime, isInstant } from './time.js'

const span = (kind, text) => make('span', { class: kind }, text)
const date = (instant) => [' ', span('date', fullTime(instant))]
const isDate = (value) => value !== null && typeof value === 'object' && Object.keys(value).length === 1 && Number.isFinite(value.$date)

/** A document as one would write it, its instants told in Beijing time beside them. */
export const jsonView = (value) => make('pre', { class: 'json', tabindex: '0' }, write(value, ''))

function write(value, indent) {
  if (value === null || typeof value === 'boolean') return [span('word', String(value))]
  if (typeof value === 'string') return [span('text', JSON.stringify(value))]
  if (typeof value === 'number') return [span('number', String(value)), ...(isInstant(value) ? date(value) : [])]
  if (isDate(value)) return ['{ ', span('key', '"$date"'), ': ', span('number', String(value.$date)), ' }', ...date(value.$date)]
  return Array.isArray(value) ? block('[', ']', value.map((item) => write(item, `${indent}  `)), indent) : block('{', '}', Object.entries(value).map(([key, item]) => [span('key', JSON.stringify(key)), ': ', ...write(item, `${indent}  `)]), indent)
}

function block(open, close, items, indent) {
  if (items.length === 0) return [open + close]
  return [open, ...items.flatMap((item, i) => [`${i === 0 ? '' : ','}\n${indent}  `, ...item]), `\n${indent}${close}`]
}
