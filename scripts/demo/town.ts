import { showCode } from '../../domain/household/code'
import { roleFaults } from '../../domain/decision/roleFaults'
import { builtInEdition } from '../../domain/rulebook/builtIn'
import { checkEdition } from '../../domain/rulebook/check'
import { withDecisions } from '../../domain/rulebook/withDecisions'
import { monthStart } from '../../domain/time/beijing'
import type { Collections } from '../../store/collections'
import type { PersonDocument, RoleGrant } from '../../types/documents/people'
import type { EstateDocument } from '../../types/documents/town'
import { calendarVersionOf } from '../../domain/time/calendarVersion'
import { calendarDocument } from '../../store/calendars'
import { demoYears } from './calendars'
import { demoHash } from './hashes'
import { demoCode, demoRoster, HOME_ESTATE } from './households'

/** 演示镇: what an office would import on its first day. Names are invented; the two numbers the plan leaves out are demo values. */
export const TOWN_ID = 'demo'
const EDITION_ID = 'demo-1'

export const ESTATES: readonly EstateDocument[] = (
  [
    ['jinxiu', '锦绣花园', '锦安物业', '陈国平', 412, true],
    ['heping', '和平苑', '和顺物业', '沈建华', 268, false],
    ['cuihu', '翠湖园', '湖光物业', '顾晓明', 520, true],
    ['yangguang', '阳光苑', '锦安物业', '钱志强', 336, false],
    ['lvzhou', '绿洲园', '绿城人家物业', '孙丽萍', 188, true],
    ['guixiang', '桂香园', '和顺物业', '周永康', 240, false],
  ] as const
).map(([id, name, propertyFirm, headName, households, hasPartyBranch]) => ({ _id: id, townId: TOWN_ID, name, propertyFirm, headName, households, hasPartyBranch, spots: spotsOf(id) }))

function spotsOf(estateId: string): EstateDocument['spots'] {
  const buildings = Array.from({ length: 8 }, (_, index) => [`b${index + 1}`, `${index + 1} 幢`] as const)
  const places = [['gate-s', '南大门'], ['gate-n', '北大门'], ['garden', '中心花园'], ['bins', '垃圾分类亭'], ['parking', '地面停车场'], ['play', '儿童游乐区']] as const
  return [...buildings, ...places].map(([id, name]) => ({ id: `${estateId}-${id}`, name }))
}

export type DemoPerson = { readonly openid: string; readonly name: string; readonly estateId: string | null; readonly grants: readonly RoleGrant[]; readonly role: string; readonly note: string }
const resident = (openid: string, name: string, estateId: string): DemoPerson => ({ openid, name, estateId, grants: [], role: '居民', note: ESTATES.find(({ _id }) => _id === estateId)?.name ?? '' })
const staff = (openid: string, name: string, role: string, note: string, grants: readonly RoleGrant[]): DemoPerson => ({ openid, name, estateId: null, grants, role, note })

export const PEOPLE: readonly DemoPerson[] = [
  ...ESTATES.flatMap(({ _id }, index) => [resident(`resident-${_id}-1`, `${'李王赵吴郑冯'[index]}阿姨`, _id), resident(`resident-${_id}-2`, `${'刘杨黄许何吕'[index]}先生`, _id), resident(`resident-${_id}-3`, `${'张徐朱马胡林'[index]}老师`, _id)]),
  ...ESTATES.map(({ _id, name, headName }) => staff(`manager-${_id}`, headName, '物业', `${name}负责人`, [{ role: 'manager', estateId: _id }])),
  staff('inspector-town', '蒋工', '考评', '镇级', [{ role: 'inspector', level: 'town' }]),
  staff('inspector-district', '韩工', '考评', '区级', [{ role: 'inspector', level: 'district' }]),
  staff('inspector-city', '唐工', '考评', '市级', [{ role: 'inspector', level: 'city' }]),
  staff('office-1', '周主任', '考核办', '可与吴干事互审', [{ role: 'office' }]),
  staff('office-2', '吴干事', '考核办', '可与周主任互审', [{ role: 'office' }]),
  staff('auditor-1', '方书记', '纪委', '只看不改', [{ role: 'auditor' }]),
]
/** Somebody who opens the mini-program for the first time. */
export const NEWCOMER = { openid: 'newcomer-1', name: '新用户', role: '居民', note: `第一次打开，绑定码 ${showCode(demoCode(HOME_ESTATE, { building: '1', unit: '1', room: '301' }))}` }

/** The same derivation as the function's: an openid is never a document's id. */
export const personId = (openid: string): string => `p${demoHash(openid).slice(0, 24)}`
const personDocument = ({ openid, name, estateId, grants }: DemoPerson): PersonDocument => ({ _id: personId(openid), townId: TOWN_ID, openid, name, grants, staff: grants.length > 0, estateId })

type Seed = { readonly [Name in keyof Collections]?: readonly Collections[Name][] }

/** @param since the first assessed month, '2026-01'; @param until the last year of the calendar */
export function townSeed(since: string, until = Number(since.slice(0, 4)) + 1): Seed {
  const edition = { ...withDecisions(builtInEdition, { delayedHandlingPoints: 300, missedMeetingPoints: 200 }), id: EDITION_ID, name: '演示镇规则（2026）' }
  const problems = [...checkEdition(edition), ...roleFaults(PEOPLE, ESTATES.map(({ _id: id, name }) => ({ id, name })))]
  if (problems.length > 0) throw new Error(problems.join('; '))
  return {
    towns: [{ _id: TOWN_ID, name: '演示镇', editionIds: [EDITION_ID], calendarVersion: calendarVersionOf(demoYears(until)), since, contact: { office: '综合行政执法局考核办', phone: '12345（转演示镇考核办）', address: '演示镇人民政府二楼' } }],
    editions: [{ _id: `${TOWN_ID}:${EDITION_ID}`, townId: TOWN_ID, edition }],
    calendars: demoYears(until).map((year) => calendarDocument(TOWN_ID, year)),
    estates: ESTATES,
    people: PEOPLE.map(personDocument),
    ...demoRoster({ townId: TOWN_ID, estateIds: ESTATES.map(({ _id }) => _id), at: monthStart(since), office: personId('office-1'), livesAtHome: personId(`resident-${HOME_ESTATE}-1`) }),
  }
}
