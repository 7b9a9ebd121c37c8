import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { removeReport } from '@/domainViews/Outbox/deeds'
import { ReportRow } from '@/domainViews/Outbox/ReportRow'
import { DRAFTS_MAX, type KeptReport } from '@/services/reports/keptReport'

type TooManyProps = { title: string; oldest: KeptReport; estates: Actions['whoAmI']['reply']['estates'] }

/** No room for another draft: the person chooses what goes, nothing goes by itself. */
export function TooMany({ title, oldest, estates }: TooManyProps) {
  return (
    <Page title={title} bottom={<Button words='看看草稿' onPress={() => void Taro.redirectTo({ url: '/pages/drafts/index' })} />}>
      <Notice tone='warn' words={`草稿已有 ${DRAFTS_MAX} 份，存满了。发出或删掉一份，就能写新的。下面是最早的一份：`} />
      <Card flush>
        <ReportRow report={oldest} estates={estates}>
          <Button kind='secondary' icon='trash' words='删掉最早的这一份' onPress={() => void removeReport(oldest)} />
        </ReportRow>
      </Card>
    </Page>
  )
}
