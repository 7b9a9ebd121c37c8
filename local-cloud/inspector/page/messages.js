import { ask } from './api.js'
import { cloud, nameOf, now, templateTitle } from './cloud.js'
import { empty, hint, make, table, tag } from './dom.js'
import { live } from './live.js'
import { shortTime } from './time.js'

export async function showMessages({ query }) {
  const openid = query.get('openid') ?? ''
  const part = live(async () => ({ messages: await ask('messages', { openid }), ...(await ask('phones')) }), (answer) => draw(answer, openid), { gently: true })
  await part.refresh()
  return { parts: [make('div', { class: 'head' }, make('h1', {}, '手机收到的消息'), personChoice(openid)), part.offer, part.place], refresh: part.refresh }
}

function personChoice(openid) {
  const choice = make('select', { 'aria-label': '谁的手机', change: () => (location.hash = `#/messages${choice.value ? `?openid=${encodeURIComponent(choice.value)}` : ''}`) }, make('option', { value: '' }, '所有人'), cloud.state.people.map((person) => make('option', { value: person.openid }, `${person.name}${person.note ? `（${person.note}）` : ''}`)))
  if (openid && !cloud.state.people.some((person) => person.openid === openid)) choice.append(make('option', { value: openid }, openid))
  choice.value = openid
  return choice
}

function draw({ messages, accepts, verdicts }, openid) {
  const left = accepts.filter((accept) => !openid || accept.openid === openid)
  return [
    messages.length === 0 ? empty('还没有消息', '只有点过「允许」的人才收得到，允许一次收一条。发送用 cloud.openapi.subscribeMessage.send。') : make('ul', { class: 'cards' }, messages.map(phoneCard)),
    messages.length === 100 ? hint('只显示最近 100 条。') : '',
    make('h2', {}, '还能收几条'),
    left.length === 0 ? hint('没有人还有剩下的「允许」；现在发送会得到 43101（用户拒收）。') : table('剩下的允许', ['谁', '模板', '#还能收'], left.map((accept) => [nameOf(accept.openid), templateTitle(accept.templateId), `${accept.left} 条`])),
    make('h2', {}, '图片检查的结果'),
    verdicts.length === 0 ? hint('没有等着送出的结果。cloud.openapi.security.mediaCheckAsync 送检的图片会列在这里。') : table('图片检查', ['送检', '谁', '结果', '图片'], verdicts.map(verdictRow)),
  ]
}

function phoneCard({ at, openid, templateId, page, data }) {
  const labels = cloud.about.messageTemplates[templateId]?.fields ?? {}
  return make('li', { class: 'card' },
    make('div', { class: 'between caption' }, make('span', {}, '服务通知'), shortTime(at, now())),
    make('h3', {}, templateTitle(templateId)),
    make('dl', {}, Object.entries(data).map(([name, { value }]) => [make('dt', {}, labels[name] ?? name), make('dd', {}, String(value))])),
    make('div', { class: 'caption foot' }, make('p', {}, make('b', {}, nameOf(openid)), ' 的手机'), make('p', { class: 'path' }, page ? `点开到 ${page}` : '点不开（没有给 page）')))
}

const verdictRow = ({ at, openid, mediaUrl, result }) => [shortTime(at, now()), nameOf(openid), result.suggest === 'pass' ? tag('good', '通过') : tag('urgent', '有风险'), make('span', { class: 'mono path' }, mediaUrl)]
