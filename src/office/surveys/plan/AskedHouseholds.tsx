import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { useRules } from '@/domainViews/useRules'
import { ASKED } from '@/labels/surveyDesk'
import { useRead } from '@/services/useAction'

const go = (page: string, estateId: string) => void Taro.navigateTo({ url: `/office/pages/${page}/index?estateId=${encodeURIComponent(estateId)}` })

/** 应调查的户: by which rule, and where the roster is put in order before the opening fixes it. */
export function AskedHouseholds({ estateId }: { estateId: string }) {
  const rules = useRules()
  const total = useRead('listHouseholds', { estateId }).data?.total
  return (
    <Section title='应调查的户' note={`${rules ? ASKED[rules.edition.decisions.coverageDenominator] : '名册上的户'}，按开始那一刻的名册定下，之后改名册不影响这次调查。请在开始前核对名册。`}>
      <Card flush>
        <Cell icon='house' title='住户' value={total === undefined ? undefined : `名册 ${total} 户`} onPress={() => go('households', estateId)} />
        <Cell icon='clipboardList' title='住户名册' note='导入、核对入住情况' onPress={() => go('roster', estateId)} />
        <Cell icon='printer' title='绑定码纸条' note='成批发给还没有绑定的户' onPress={() => go('slips', estateId)} />
      </Card>
    </Section>
  )
}
