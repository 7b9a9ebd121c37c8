import { useState } from 'react'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { whereAmI } from '@/services/location'
import type { StepProps } from './stepProps'

/** 用我现在的位置: one more hint for who repairs it. Everything goes on without. */
export function MapPosition({ draft, change }: Pick<StepProps, 'draft' | 'change'>) {
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  async function ask() {
    setAsking(true)
    const found = await whereAmI()
    setAsking(false)
    if (!found) return
    setSaid(found.ok ? `已附上您现在的位置（误差约 ${found.accuracyMetres} 米）。` : found.words)
    if (found.ok) change({ location: { latitude: found.latitude, longitude: found.longitude } })
  }
  const forget = () => {
    setSaid(undefined)
    change({ location: null })
  }
  return (
    <Field label='附上地图位置' optional hint='空地、绿化带这些说不清的地方用得上。只在您点的时候取一次。'>
      {draft.location
        ? <Notice tone='good' icon='mapPin' words={said ?? '已附上地图位置。'} action={{ words: '不要了', onPress: forget }} />
        : <Button kind='secondary' icon='mapPin' words='用我现在的位置' sending={asking} sendingWords='正在取位置…' onPress={() => void ask()} />}
      {!draft.location && said && <Notice tone='warn' words={said} />}
    </Field>
  )
}
