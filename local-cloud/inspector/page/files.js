import { ask } from './api.js'
import { now } from './cloud.js'
import { empty, hint, make } from './dom.js'
import { shortTime } from './time.js'

const PICTURES = /\.(jpe?g|png|gif|webp)$/i
const PAGE = 60

export async function showFiles({ query }) {
  const asked = Object.fromEntries(query)
  const { files, hasMore, skip } = await ask('files', asked)
  const go = (changes) => (location.hash = `#/files?${new URLSearchParams(Object.entries({ ...asked, skip: '', ...changes }).filter(([, value]) => value !== ''))}`)
  const prefix = make('input', { class: 'mono', autocomplete: 'off', autocapitalize: 'off', placeholder: 'photos/' })
  prefix.value = asked.prefix ?? ''
  const search = make('form', { class: 'fields', submit: (event) => { event.preventDefault(); go({ prefix: prefix.value.trim() }) } }, make('label', {}, '路径的开头', prefix), make('button', {}, '筛选'))
  const pages = make('div', { class: 'row' },
    make('button', { type: 'button', disabled: skip === 0, click: () => go({ skip: String(Math.max(0, skip - PAGE) || '') }) }, '上一页'),
    make('span', { class: 'hint' }, `第 ${skip + 1}–${skip + files.length} 个`),
    make('button', { type: 'button', disabled: !hasMore, click: () => go({ skip: String(skip + PAGE) }) }, '下一页'))
  const nothing = () => empty(asked.prefix ? '没有这样开头的文件' : '还没有文件', asked.prefix ? '换一个开头，或清空看全部。' : '用 cloud.uploadFile 传上来的文件会出现在这里，最新的在最前面。')
  return { parts: [make('div', { class: 'head' }, make('h1', {}, '文件'), search), make('div', { class: 'stack' }, files.length ? make('ul', { class: 'cards files' }, files.map(card)) : nothing(), skip > 0 || hasMore ? pages : files.length ? hint(`一共 ${files.length} 个，最新的在最前面`) : '')] }
}

function card({ path, size, at }) {
  const address = `/_cloud/api/file?path=${encodeURIComponent(path)}`
  const name = path.split('/').at(-1)
  const picture = PICTURES.test(path) ? make('img', { class: 'thumb', src: address, alt: '', loading: 'lazy', decoding: 'async' }) : make('span', { class: 'thumb kind', 'aria-hidden': 'true' }, (/\.(\w{1,5})$/.exec(name)?.[1] ?? '文件').toUpperCase())
  return make('li', { class: 'card' }, make('a', { href: address, target: '_blank', rel: 'noopener', 'aria-label': `打开 ${path}`, tabindex: '-1' }, picture), make('a', { class: 'path mono', href: address, target: '_blank', rel: 'noopener' }, path), make('div', { class: 'between caption' }, make('span', {}, `${sizeOf(size)} · ${shortTime(at, now())}`), make('a', { href: address, download: name, 'aria-label': `下载 ${path}` }, '下载')))
}

const sizeOf = (bytes) => (bytes < 1024 ? `${bytes} 字节` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)
