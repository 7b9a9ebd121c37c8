import { linesBetween, planText, pointsRead, read, squeezed } from './planText'

/**
 * A second reading of the plan, out of the text itself by the layout of its tables, in the shape of an edition. It shares no word and no
 * number with domain/rulebook: where the two differ, somebody has slipped.
 */

const groups = { 基础设施: 'infrastructure', 环境秩序: 'environment', 绿化管理: 'greening', 违法建设: 'illegalBuilding' } as const
type Group = (typeof groups)[keyof typeof groups]
const units = { 工作日: 'day', 工作时: 'hour' } as const
const chineseNumber = (word: string): number => '零一二三四五六七八九'.indexOf(word)

const readCategories = () => {
  const lines = linesBetween('每处（个）扣分', '附件2：')
  const [responsibleUnit = '', points = ''] = read(/^(物管科.*\.)(\d+)$/, lines.find((line) => line.startsWith('物管科')) ?? '')
  const groupOrder: Group[] = []
  const found: { code: string; group: Group; name: string; condition: string; limit: { amount: number; unit: string }; responsibleUnit: string; points: number; clause: string }[] = []
  let cell: string[] = []
  for (const line of lines) {
    if (line in groups) {
      const group = groups[line as keyof typeof groups]
      // The page break repeats the heading of the group it cuts.
      if (groupOrder.at(-1) !== group) groupOrder.push(group)
      continue
    }
    // 住宅小区 is the margin of the table, the responsible unit its last column.
    if (line === '住宅' || line === '小区' || line.startsWith('物管科')) continue
    const limit = /^(.*?)(\d+)(工作日|工作时)$/.exec(line)
    if (limit === null) {
      cell.push(line)
      continue
    }
    const [name = '', ...condition] = [...cell, limit[1] ?? '']
    const group = groupOrder.at(-1)
    if (group === undefined) throw new Error('a category before any group')
    const place = found.filter((other) => other.group === group).length + 1
    found.push({
      code: `${String(groupOrder.length).padStart(2, '0')}${String(place).padStart(2, '0')}`,
      group,
      name,
      condition: condition.join(''),
      limit: { amount: Number(limit[2]), unit: units[limit[3] as keyof typeof units] },
      responsibleUnit,
      points: Number(points) * 100,
      clause: '附件1',
    })
    cell = []
  }
  if (cell.length > 0) throw new Error(`left over in annex 1: ${cell.join()}`)
  return found
}

const readLongTerm = () => {
  const sentences = linesBetween('(一)长效管理考评', '(二)物业管理考评').map((line, place) => {
    const [number = '', text = ''] = read(/^(\d)\.(.+)$/, line)
    if (Number(number) !== place + 1) throw new Error(`方案四(一) is out of order at ${number}`)
    return { text, clause: `方案四(一)${number}` }
  })
  const [inspected, ...cases] = sentences
  if (inspected === undefined) throw new Error('方案四(一) is empty')
  const [perProblem = ''] = read(/每个问题扣(\d+)分）.*双倍扣分/, inspected.text)
  const kinds = ['overdue', 'shirked', 'recurrent', 'failedVerification', 'keyProblem'] as const
  const findings = cases.map(({ text, clause }, place) => {
    const [name = ''] = read(/^(.+?)扣分：/, text)
    const [city = '', district = ''] = read(/市级案卷每个扣(\d+)分、区级案卷每个扣(\d+)分。$/, text)
    return [kinds[place], { kind: kinds[place], name, text, clause, points: { city: pointsRead(city), district: pointsRead(district) } }] as const
  })
  const [recurrentAt = ''] = read(/当月出现(.)次举报/, cases[2]?.text ?? '')
  const [keyAbove = ''] = read(/当月超过(.)次（不含）举报/, cases[4]?.text ?? '')
  return {
    inspection: { ...inspected, pointsPerProblem: pointsRead(perProblem), doubledPoints: pointsRead(perProblem) },
    findings: Object.fromEntries(findings),
    recurrence: { recurrentAt: chineseNumber(recurrentAt), keyAbove: chineseNumber(keyAbove) },
  }
}

const readComposite = () => {
  const [longTerm = '', property = ''] = linesBetween('三、考核标准', '四、考评方式')
  return {
    longTermPercent: Number(read(/^1\..*占考核总分的(\d+)%。$/, longTerm)[0]),
    propertyPercent: Number(read(/^2\..*占考核总分的(\d+)%。$/, property)[0]),
    longTermClause: '方案三1',
    propertyClause: '方案三2',
  }
}

const readPropertyChecks = () => {
  // A blank for a number broke two lines; 附加分 is a margin.
  const cells = linesBetween('评分标准', '①')
    .filter((line) => line !== '附加分')
    .reduce<string[]>((before, line) => (line.startsWith('分，') ? [...before.slice(0, -1), `${before.at(-1)}${line}`] : [...before, line]), [])
  const rows = Array.from({ length: cells.length / 2 }, (_, place) => ({ content: cells[2 * place] ?? '', criteria: cells[2 * place + 1] ?? '' }))
  const survey = rows.at(-1)
  if (survey === undefined) throw new Error('annex 2 is empty')
  const propertyRules = rows.slice(0, -1).flatMap(({ content, criteria }, place) =>
    [...criteria.matchAll(/[，；。]?(.+?(扣|加)(\d*)分)/g)].map(([, text = '', sign, digits = ''], sentence) => {
      const points = pointsRead(digits)
      return {
        code: `2.${place + 1}.${sentence + 1}`,
        row: place + 1,
        kind: sign === '扣' ? 'deduction' : 'addition',
        content,
        text,
        unit: /(?:[一1])(项|例|次)[扣加]/.exec(text)?.[1] ?? '项',
        points: points !== 'undecided' && sign === '扣' ? -points : points,
        clause: `附件2.${place + 1}`,
      }
    }),
  )
  return {
    propertyRules,
    satisfaction: {
      text: survey.content + survey.criteria,
      clause: `附件2.${rows.length}`,
      minimumCoveragePercent: Number(read(/覆盖率不低于(\d+)%/, survey.content)[0]),
      bands: [...survey.criteria.matchAll(/满意率(\d+)%-(\d+)%，加(\d+)分/g)].map(([, from, to, points = '']) => ({
        fromPercent: Number(from),
        toPercent: Number(to),
        points: pointsRead(points),
      })),
    },
  }
}

const readRedProperty = () => {
  type Part = { code: string; name: string; points: number | 'undecided'; sections: { content: string; items: { code: string; text: string; maxPoints: number | 'undecided' }[] }[] }
  const parts: Part[] = []
  const veto = { item: '', text: '' }
  let asked = { number: '', text: '' }
  for (const line of linesBetween('考核打分', '附件4：')) {
    const part = parts.at(-1)
    const heading = /^([一二三四五六])、(.+)（(\d+)分）$/.exec(line)
    const item = /^(\d)\.(.+?)[；。]$/.exec(line)
    const points = /^(\d+)分$/.exec(line)
    if (heading) parts.push({ code: `3.${chineseNumber(heading[1] ?? '')}`, name: heading[2] ?? '', points: pointsRead(heading[3] ?? ''), sections: [] })
    else if (item) asked = { number: item[1] ?? '', text: item[2] ?? '' }
    else if (line.endsWith('一票否决')) Object.assign(veto, { item: asked.text, text: line })
    else if (points) {
      const code = `${part?.code}.${part?.sections.length}.${asked.number}`
      part?.sections.at(-1)?.items.push({ code, text: asked.text, maxPoints: pointsRead(points[1] ?? '') })
    } else part?.sections.push({ content: line, items: [] })
  }
  return { clause: '附件3', veto, parts }
}

const readRewards = () => {
  const [, projectText = ''] = read(/^(2、)(.+)$/, linesBetween('五、奖惩办法', '六、实施要求')[1] ?? '')
  const lines = planText.slice(planText.lastIndexOf('以奖代补资金(元）')).split('\n').map((line) => line.trim())
  const ids = ['first', 'second', 'third', 'redProperty'] as const
  const awards = ids.map((id, place) => {
    const [tier = '', amount = ''] = [lines[1 + 2 * place], lines[2 + 2 * place]]
    const [name, places] = read(/^(.+)（(\d+)(?:名|个)）$/, tier)
    return { id, name, text: tier + amount, places: Number(places), amountFen: Number(read(/^(\d+)\/(?:名|个)$/, amount)[0]) * 100, clause: '附件4' }
  })
  const bonus = (level: string) => pointsRead(read(new RegExp(`${level}(?:示范)?项目(?:有一项)?加(\\d+)分`), projectText)[0] ?? '')
  return {
    projects: {
      text: projectText,
      clause: '方案五2',
      points: { district: bonus('区级'), city: bonus('市级'), province: bonus('省级'), nation: bonus('国家级') },
    },
    awards,
    payoutNote: { text: read(/^备注：(.+)$/, lines[9] ?? '')[0], clause: '附件4备注' },
  }
}

/** Every rule of the plan, as its own text gives it. */
export const readPlan = () => ({
  name: planText.split('\n')[1]?.trim(),
  categories: readCategories(),
  ...readLongTerm(),
  composite: readComposite(),
  ...readPropertyChecks(),
  redProperty: readRedProperty(),
  ...readRewards(),
})

/** Names in a list of the plan, joined as the plan joins them. */
export const listed = (items: readonly { readonly name: string }[]): string => squeezed(items.map(({ name }) => name).join('、'))
