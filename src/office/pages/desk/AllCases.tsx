import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Split } from '@/components/Split'
import { agoWords } from '@/domainViews/agoWords'
import { CaseList, casesOf, useCases } from '@/domainViews/CaseList'
import { CaseView } from '@/domainViews/CaseView'
import { openCase } from '@/domainViews/openCase'
import { useOpenCase } from '@/domainViews/useOpenCase'
import { useRead } from '@/services/useAction'
import { useInAddress } from '@/services/useInAddress'
import { useNow } from '@/services/useNow'

const EVERYWHERE = 'all'

/** 全部案卷, newest first, of the town or of one estate. */
export function AllCases() {
  const now = useNow(60_000)
  const [estateId = EVERYWHERE, setEstateId] = useInAddress('estateId')
  const estates = useRead('whoAmI', {}).data?.estates ?? []
  const list = useCases({ scope: 'all', ...(estateId !== EVERYWHERE && { estateId }) })
  const { wide, open, setOpen } = useOpenCase(casesOf(list))
  const choose = (chosen: string) => {
    setOpen(undefined)
    setEstateId(chosen)
  }
  return (
    <Split
      open={open}
      list={
        <>
          <Choice label='小区' form='chips' value={estateId} onChange={choose} options={[{ value: EVERYWHERE, label: '全镇' }, ...estates.map(({ id, name }) => ({ value: id, label: name }))]} />
          <CaseList list={list} withEstate selected={open} noteOf={({ createdAt }) => agoWords(createdAt, now)} onOpen={wide ? setOpen : openCase} empty={<Empty icon='folderOpen' title='还没有案卷' />} />
        </>
      }
      detail={wide && open ? <CaseView caseId={open} inside /> : undefined}
    />
  )
}
