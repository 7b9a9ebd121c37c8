import { useRouter } from '@tarojs/taro'
import type { DeskKind } from '../../../../types/codes'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { DESK } from '@/labels/office'
import { AllCases } from './AllCases'
import { WaitingCases } from './WaitingCases'

const isKind = (kind: string | undefined): kind is DeskKind => kind !== undefined && kind in DESK

/** 待办 of one kind (`kind`), or all cases (`scope=all`); on a wide screen the case stands beside its list. */
function DeskPage() {
  const { kind, scope } = useRouter().params
  return <Page title={scope === 'all' ? '全部案卷' : '待办'} wide>{scope === 'all' ? <AllCases /> : <WaitingCases first={isKind(kind) ? kind : 'toFile'} />}</Page>
}

export default guarded(DeskPage)
