import { isDeepStrictEqual } from 'node:util'
import { caseDocument } from '../../store/caseDocument'
import { rulesLoader } from '../../store/rules'
import type { Actions } from '../../types/api'
import type { CaseDocument } from '../../types/documents/cases'
import type { AssessmentDocument, LedgerDocument } from '../../types/documents/scoring'
import type { NoticeDocument } from '../../types/documents/notices'
import { OF_A_MONTH, entriesOfCase, entryOfAssessment, lineOf, missedAt, worksOf, type AssessmentFacts, type EditionLaw, type TownLaw } from '../reference/entries'
import { storyOf } from '../reference/spells'
import { totalsOf } from '../reference/totals'
import { personId, TOWN_ID, type Town } from '../support/town'
import { ESTATE_IDS } from './players'

/** What a town should be and is not. `about`: the case it is about, where it is about one. */
export type Difference = { readonly what: string; readonly about: string | null; readonly expected: string; readonly got: string }

type Entry = LedgerDocument
const ALL = 1_000_000

/** The law as it stands in the town's own books, told as the reference reads it. */
function lawOf(town: Town): TownLaw {
  const editions = new Map<string, EditionLaw>(
    town.all('editions').map(({ edition: { id, decisions } }) => [
      id,
      { hours: decisions.workingHours, townFindingPoints: Number(decisions.townFindingPoints), filedReportPoints: decisions.filedReportPoints, delayedHandlingPoints: Number(decisions.delayedHandlingPoints), missedMeetingPoints: Number(decisions.missedMeetingPoints) },
    ]),
  )
  return { editions, rows: town.all('calendars'), present: town.one('towns', TOWN_ID).calendarVersion }
}
const lineOfEntry = ({ estateId, basis, rule, month, factAt, points }: Entry): string => lineOf({ estate: estateId, fact: basis.id, rule, month, factAt, points })
const sorted = (lines: readonly string[]): string => [...lines].sort().join('\n')

export type Watch = {
  /** Of one case, after anything happened to it. */
  readonly stored: (caseId: string, now: number) => Promise<readonly Difference[]>
  /** Of these cases, once the clock has rested. */
  readonly booked: (caseIds: Iterable<string>, now: number) => readonly Difference[]
  /** Of everything there is, once the clock has rested. */
  readonly whole: (now: number) => Promise<readonly Difference[]>
  /** The ledger as a set, however the clock went. */
  readonly ledger: () => readonly string[]
  /** The law has changed. */
  readonly relearn: () => void
  /** Cases that may come to owe something by themselves. */
  readonly running: () => readonly string[]
}

export function watchOver(town: Town): Watch {
  const load = rulesLoader(town.store)
  let law = lawOf(town)
  let works = worksOf(law)
  const entries = new Map<string, Entry[]>()
  const running = new Set<string>()
  let seq = 0
  const readOn = () => {
    for (const entry of town.engine.find('ledger', { filter: { seq: { $gt: seq } }, sort: [['seq', 1]], limit: ALL }) as unknown as Entry[]) {
      seq = entry.seq
      entries.set(entry.basis.id, [...(entries.get(entry.basis.id) ?? []), entry])
    }
  }
  const documentOf = (caseId: string) => town.engine.find('cases', { filter: { _id: caseId } })[0] as unknown as CaseDocument | undefined

  async function stored(caseId: string, now: number): Promise<readonly Difference[]> {
    const document = documentOf(caseId)
    if (!document) return []
    const { calendarOf } = await load(TOWN_ID, now)
    const replayed = JSON.parse(JSON.stringify(caseDocument(document, document.events, calendarOf))) as CaseDocument
    if (isDeepStrictEqual(replayed, document)) return []
    const fields = (Object.keys({ ...replayed, ...document }) as (keyof CaseDocument)[]).filter((field) => !isDeepStrictEqual(replayed[field], document[field]))
    const told = (of: CaseDocument) => fields.map((field) => `${field}: ${JSON.stringify(of[field])}`).join(', ')
    return [{ what: 'a stored case is not what its events give', about: caseId, expected: told(replayed), got: told(document) }]
  }

  function differencesOf(document: CaseDocument, now: number): readonly Difference[] {
    const { _id, events, origin } = document
    const found: Difference[] = []
    const own = entries.get(_id) ?? []
    const expected = sorted(entriesOfCase({ id: _id, events }, law, works, now).map(lineOf))
    const got = sorted(own.map(lineOfEntry))
    if (expected !== got) found.push({ what: 'the ledger is not what the facts of a case give', about: _id, expected, got })
    const { spells, findings, failures } = storyOf(events)
    for (const { kind, estate, status } of findings)
      if (status === 'confirmed' && (origin === 'reported' || kind === 'recurrent' || kind === 'keyProblem') && !own.some((entry) => entry.rule === kind && entry.estateId === estate))
        found.push({ what: 'a confirmed finding is not booked', about: _id, expected: `${kind} of ${estate}`, got })
    if (origin === 'reported')
      for (const estate of new Set(failures))
        if (!findings.some((finding) => finding.kind === 'failedVerification' && finding.estate === estate)) found.push({ what: 'a failed verification is proposed to nobody', about: _id, expected: `failedVerification of ${estate}`, got: JSON.stringify(findings) })
    const things = own.map(({ estateId, rule, month }) => `${estateId} ${rule} ${OF_A_MONTH.includes(rule) ? month : ''}`)
    if (new Set(things).size < things.length) found.push({ what: 'one thing of a case is booked twice', about: _id, expected: '', got })
    const stranger = own.find(({ estateId }) => estateId !== spells[0]?.estate && !events.some((event) => 'estateId' in event && event.estateId === estateId))
    if (stranger) found.push({ what: 'an estate is charged that never had the case', about: _id, expected: '', got: lineOfEntry(stranger) })
    if (spells.some(({ end }) => end === null)) running.add(_id)
    else running.delete(_id)
    return found
  }

  function booked(caseIds: Iterable<string>, now: number): readonly Difference[] {
    readOn()
    return [...new Set(caseIds)].flatMap((caseId) => {
      const document = documentOf(caseId)
      return document ? differencesOf(document, now) : []
    })
  }

  /** 超时 of each turn is told once to each who manages the estate whose turn it was. */
  function told(documents: readonly CaseDocument[], now: number): readonly Difference[] {
    const expected = new Map<string, string>()
    for (const { _id, events } of documents)
      for (const spell of storyOf(events).spells) {
        const due = missedAt(works(spell.version, spell.edition), spell, now)
        if (due !== null && due > now - 40 * 86_400_000) expected.set(`${personId(`manager-${spell.estate}`)} ${_id} ${due}`, _id)
      }
    const notices = (town.engine.find('notices', { filter: { kind: 'caseOverdue', dueAt: { $gt: now - 40 * 86_400_000 } }, limit: ALL }) as unknown as NoticeDocument[]).map(({ personId: person, caseId, dueAt }) => `${person} ${caseId} ${dueAt}`)
    const missing = [...expected].filter(([line]) => notices.filter((each) => each === line).length !== 1).map(([line, about]) => ({ what: 'a missed deadline is not told once', about, expected: line, got: String(notices.filter((each) => each === line).length) }))
    const idle = notices.filter((line) => !expected.has(line)).map((line) => ({ what: 'a deadline is told that was not missed', about: line.split(' ')[1] ?? null, expected: '', got: line }))
    return [...missing, ...idle]
  }

  function assessed(): readonly Difference[] {
    const facts = town.all('assessments').filter((fact): fact is AssessmentDocument & AssessmentFacts => fact.kind === 'propertyCheck' || fact.kind === 'project')
    return facts.flatMap((fact) => {
      const [expected, got] = [lineOf(entryOfAssessment(fact, law)), sorted((entries.get(fact._id) ?? []).map(lineOfEntry))]
      return expected === got ? [] : [{ what: 'the ledger is not what an assessment gives', about: null, expected, got }]
    })
  }

  async function totalled(now: number): Promise<readonly Difference[]> {
    const all = [...entries.values()].flat()
    const month = new Date(now + 8 * 3_600_000 - 3_600_000).toISOString().slice(0, 7)
    const found: Difference[] = []
    for (const period of [month, month.slice(0, 4)]) {
      const answer = await town.raw('auditor-1', { action: 'readStandings', request: { period } })
      if (!answer.ok) return [{ what: `the standings of ${period} cannot be read`, about: null, expected: 'ok', got: answer.code }]
      const { months, standings } = answer.value as Actions['readStandings']['reply']
      for (const { estateId, longTermPoints, propertyPoints, bonusPoints, compositePoints } of standings) {
        const expected = totalsOf(all, estateId, months)
        const got = { longTerm: longTermPoints, property: propertyPoints, bonus: bonusPoints, composite: compositePoints }
        if (!isDeepStrictEqual(expected, got)) found.push({ what: `the totals of ${estateId} in ${period} are not those of the ledger`, about: null, expected: JSON.stringify(expected), got: JSON.stringify(got) })
      }
      const unordered = standings.some(({ compositePoints }, index) => index > 0 && compositePoints > standings[index - 1]!.compositePoints)
      if (unordered || standings.length !== ESTATE_IDS.length) found.push({ what: `the ranks of ${period} do not follow the scores`, about: null, expected: '', got: JSON.stringify(standings.map(({ estateId, compositePoints }) => [estateId, compositePoints])) })
    }
    return found
  }

  async function chained(): Promise<readonly Difference[]> {
    const answer = await town.raw('auditor-1', { action: 'verifyLedger', request: {} })
    const isSound = answer.ok && (answer.value as Actions['verifyLedger']['reply']).faults.length === 0
    return isSound ? [] : [{ what: 'the chain of the ledger is broken', about: null, expected: 'no fault', got: JSON.stringify(answer) }]
  }

  return {
    stored, booked,
    whole: async (now) => {
      readOn()
      const documents = town.all('cases')
      const found = documents.flatMap((document) => [...differencesOf(document, now)])
      for (const { _id } of documents) found.push(...(await stored(_id, now)))
      return [...found, ...told(documents, now), ...assessed(), ...(await totalled(now)), ...(await chained())]
    },
    ledger: () => {
      readOn()
      return [...entries.values()].flat().map((entry) => `${entry._id} ${lineOfEntry(entry)}`).sort()
    },
    relearn: () => {
      law = lawOf(town)
      works = worksOf(law)
    },
    running: () => [...running],
  }
}
