import { useState } from 'react'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { Split } from '@/components/Split'
import { agoWords } from '@/domainViews/agoWords'
import { CaseList, useCases } from '@/domainViews/CaseList'
import { CaseView } from '@/domainViews/CaseView'
import { openCase } from '@/domainViews/openCase'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { useWide } from '@/services/useWide'

const EVERYWHERE = 'all'

/** 全部案卷, newest first, of the town or of one estate. */
export function AllCases() {
  const wide = useWide()
  const now = useNow(60_000)
  const [estateId, setEstateId] = useState<string>(EVERYWHERE)
  const [open, setOpen] = useState<string>()
  const estates = useRead('whoAmI', {}).data?.estates ?? []
  const list = useCases({ scope: 'all', ...(estateId !== EVERYWHERE && { estateId }) })
  return (
    <Split
      list={
        <>
          <Choice label='小区' form='chips' value={estateId} onChange={setEstateId} options={[{ value: EVERYWHERE, label: '全镇' }, ...estates.map(({ id, name }) => ({ value: id, label: name }))]} />
          <CaseList list={list} withEstate selected={wide ? open : undefined} noteOf={({ createdAt }) => agoWords(createdAt, now)} onOpen={(id) => (wide ? setOpen(id) : openCase(id))} empty={<Empty icon='folderOpen' title='还没有案卷' />} />
        </>
      }
      detail={wide ? (open ? <CaseView key={open} caseId={open} inside /> : <Notice words='点一件案卷，在这里看。' />) : undefined}
    />
  )
}
