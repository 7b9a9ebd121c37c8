import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { readOnPhone, writeOnPhone } from '@/services/onPhone'
import { troubleOf } from '@/services/trouble'
import { uploadRoster } from '@/services/upload'
import { useSend } from '@/services/useAction'
import { pickRoster } from './pickRoster'

type Checked = Actions['checkRoster']['reply']
type Progress = Actions['applyRoster']['reply']
/** 导入到哪里了. `stopped`: something came in between, also the page being left; it goes on where it stood. */
export type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'sending'; readonly name: string; readonly percent: number }
  | { readonly at: 'checking'; readonly name: string }
  | { readonly at: 'faulty'; readonly name: string; readonly sheets: Checked['sheets']; readonly faults: Checked['faults']; readonly count: number }
  | { readonly at: 'ready'; readonly name: string; readonly sheets: Checked['sheets']; readonly found: NonNullable<Checked['found']> }
  | ({ readonly at: 'importing' | 'stopped' | 'done' } & Progress)

type Begun = Progress & { readonly importId: string }
const place = (estateId: string) => `roster:${estateId}`

/** 名册 of one estate: chosen, checked, and taken over page by page. What was begun is remembered on this phone. */
export function useRoster(estateId: string) {
  const [begun, setBegun] = useState(() => readOnPhone<Begun>(place(estateId)))
  const [stage, setStage] = useState<Stage>(begun ? { at: 'stopped', done: begun.done, total: begun.total } : { at: 'choosing' })
  const [unsent, setUnsent] = useState<string>()
  const check = useSend('checkRoster', { refreshes: [] })
  const apply = useSend('applyRoster', { refreshes: ['listHouseholds', 'listHouseholdActs'] })

  async function choose() {
    const file = await pickRoster()
    if (!file) return
    const back = stage
    setUnsent(undefined)
    setStage({ at: 'sending', name: file.name, percent: 0 })
    const fileId = await uploadRoster(file.path, (percent) => setStage({ at: 'sending', name: file.name, percent })).catch((error: unknown) => {
      setUnsent(troubleOf(error).words)
      return null
    })
    if (fileId === null) return setStage(back)
    setStage({ at: 'checking', name: file.name })
    const sent = await check.send({ estateId, fileId })
    if (!sent.ok) return setStage(back)
    const { faults, faultCount: count, found, sheets } = sent.value
    setStage(found ? { at: 'ready', name: file.name, sheets, found } : { at: 'faulty', name: file.name, sheets, faults, count })
  }

  async function importAll(importId: string, from: Progress) {
    let at = from
    const note = (progress: Progress) => {
      at = progress
      writeOnPhone(place(estateId), { ...progress, importId })
      setBegun({ ...progress, importId })
      setStage({ at: 'importing', ...progress })
    }
    note(from)
    while (at.done < at.total) {
      const sent = await apply.send({ importId })
      if (!sent.ok) {
        if (sent.trouble.code === 'ROSTER_GONE') return forget()
        return setStage({ at: 'stopped', ...at })
      }
      note(sent.value)
    }
    Taro.removeStorageSync(place(estateId))
    setBegun(null)
    setStage({ at: 'done', ...at })
  }

  function forget() {
    Taro.removeStorageSync(place(estateId))
    setBegun(null)
    setStage({ at: 'choosing' })
  }

  return {
    stage, choose, forget,
    trouble: unsent ?? check.trouble?.words ?? apply.trouble?.words,
    start: (found: NonNullable<Checked['found']>) => importAll(found.importId, { done: 0, total: found.total }),
    goOn: () => begun && void importAll(begun.importId, begun),
  }
}
