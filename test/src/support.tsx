import type { ReactElement } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Actions } from '../../types/api'
import type { RefusalCode } from '../../types/api/refusal'
import { builtInEdition } from '../../domain/rulebook/builtIn'
import { builtInCalendarYears } from '../../domain/time/holidays'

type Event = { action: keyof Actions; request: never }
type Answers = { [K in keyof Actions]?: (request: Actions[K]['request']) => Actions[K]['reply'] | Promise<Actions[K]['reply']> }

/** 2026-11-24, a Tuesday, 10:00 in Beijing. */
export const NOW = Date.parse('2026-11-24T10:00:00+08:00')

export class Refused extends Error {
  constructor(readonly code: RefusalCode, readonly words: string) {
    super(words)
  }
}

const rulebook = () => ({ edition: builtInEdition, calendarYears: [...builtInCalendarYears] })

const PLACES = { photo: Array.from({ length: 9 }, (_, index) => `${index + 1}.jpg`), roster: ['1.xlsx'] } as const
const ALWAYS: Answers = { openUploads: ({ kind = 'photo' }) => ({ paths: PLACES[kind].map((name) => `uploads/${'0'.repeat(32)}/${name}`), until: NOW + 2 * 86_400_000 }) }

/** The cloud, as far as a page needs it. Gives back what was called, in order. */
export function cloudAnswers(answers: Answers): Event[] {
  const calls: Event[] = []
  async function answerOne(event: Event) {
    // What every page asks for beside its own.
    if (event.action in answers || !(event.action in ALWAYS)) calls.push(event)
    const answer = ({ readRulebook: rulebook, ...ALWAYS, ...answers } as Answers)[event.action]
    try {
      if (!answer) throw new Refused('INTERNAL', `the test has no answer for ${event.action}`)
      return { ok: true, now: NOW, value: await (answer as (request: never) => unknown)(event.request) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { ok: false, code: error.code, words: error.words, now: NOW }
    }
  }
  jest.mocked(Taro.cloud.callFunction).mockImplementation((async ({ data }: { data: Event | { calls: Event[] } }) => ({
    result: 'calls' in data ? { ok: true, now: NOW, value: await Promise.all(data.calls.map(answerOne)) } : await answerOne(data),
  })) as never)
  return calls
}

export const draw = (page: ReactElement) => render(<QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{page}</QueryClientProvider>)

/** What stands on the page as a result, and is read out when it comes. */
export async function hear(words: string | RegExp): Promise<HTMLElement> {
  const text = await screen.findByText(words)
  expect(text.closest('[aria-live]')).not.toBeNull()
  return text
}

export const resident: Actions['whoAmI']['reply'] = {
  person: { id: 'p1', name: '李阿姨', townId: 'demo', townName: '演示镇', estateId: 'jinxiu', estateName: '锦绣花园', grants: [] },
  unread: 0,
  households: [],
  consents: [],
  contacts: [],
  leftEstates: [],
  estates: [{ id: 'jinxiu', name: '锦绣花园', townName: '演示镇', spots: [{ id: 'bins', name: '垃圾分类亭' }, { id: 'gate', name: '南大门' }] }],
}

export const summary: Actions['readCase']['reply']['summary'] = {
  id: 'c1', number: '202611-0007', origin: 'reported', level: 'town', state: 'dispatched', estateId: 'jinxiu', estateName: '锦绣花园', categoryCode: '0201', placeText: '垃圾分类亭', text: '垃圾没人清',
  photo: null, createdAt: NOW - 3_600_000, dueAt: NOW + 3_600_000, overdue: false, reportCount: 1, mine: 'first', proposedFindings: 0, hasRequest: false, toVerify: false,
}

export const readCase: Actions['readCase']['reply'] = {
  summary, photosBefore: ['https://x/before.jpg'], photosAfter: [], timeline: [], deadline: { dueAt: NOW + 3_600_000, provisional: false, startedAt: NOW - 3_600_000, explanation: ['时限：2个工作时'], suspended: false },
  nextCursor: null, findings: [], request: null, monthCount: 1, myReportId: 'r1', followUp: { askedAt: null, said: null, rating: null, mayRate: true, canStill: false, until: null }, remarksLeft: 10, photosUnchecked: [], photos: null, reporters: null, standsBack: false, allowed: [],
}
