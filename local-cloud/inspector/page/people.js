import { send } from './api.js'
import { cloud, nameOf } from './cloud.js'
import { action, empty, hint, make, toast } from './dom.js'
import { live } from './live.js'

export async function showPeople() {
  const part = live(async () => ({ people: cloud.state.people, openid: cloud.state.openid }), draw)
  await part.refresh()
  return { parts: [make('div', { class: 'head' }, make('h1', {}, '我是谁')), part.place], refresh: part.refresh }
}

async function become(openid) {
  await send('person', { openid })
  dispatchEvent(new Event('cloud-changed'))
  toast(cloud.about.hasApp ? '已换人。网页版刷新后就是这个人。' : '已换人。')
}

function draw({ people, openid }) {
  const roles = [...new Set(people.map(({ role }) => role ?? ''))]
  const input = make('input', { class: 'mono', autocomplete: 'off', autocapitalize: 'off', placeholder: 'visitor-1' })
  return [
    make('p', { class: 'note' }, openid ? ['这个浏览器现在是 ', make('b', {}, nameOf(openid)), ' ', make('span', { class: 'mono' }, openid)] : '这个浏览器还没有身份。打开网页版时会得到一个访客身份，也可以在下面选。'),
    people.length === 0 ? empty('没有人物名单', ['在数据目录放一个 people.json：', make('code', {}, '[{"openid":"oWang","name":"王阿姨","role":"居民"}]'), '，或由启动者给 people。没有名单也可以在下面填 openid。']) : '',
    roles.map((role) => [make('h2', {}, role || '人物'), make('div', { class: 'choices says' }, people.filter((person) => (person.role ?? '') === role).map((person) => choice(person, openid)))]),
    make('h2', {}, '别的人'),
    make('form', { class: 'fields says', submit: (event) => event.preventDefault() }, make('label', {}, 'openid（字母、数字、- 和 _）', input), action('成为这个人', () => become(input.value.trim()), { type: 'submit' }), action('新访客', () => become(`visitor-${Math.random().toString(16).slice(2, 14)}`))),
    hint('身份存在这个浏览器的 cookie 里，网页版调用云函数时就是这个 openid。'),
  ]
}

const choice = ({ openid, name, note }, mine) => action([make('span', {}, openid === mine ? `${name} · 现在是我` : name), note ? make('small', {}, note) : null, make('small', { class: 'mono' }, openid)], () => become(openid), { class: 'choice', 'aria-pressed': String(openid === mine), 'data-key': openid })
