import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { CoverageMeter } from '@/domainViews/CoverageMeter'
import { endWords } from '@/domainViews/momentWords'
import { openSurveyResult } from '@/domainViews/openSurvey'
import { useRules } from '@/domainViews/useRules'
import { useNow } from '@/services/useNow'
import type { Survey } from './stageOf'

const go = (page: 'door' | 'paper', id: string) => void Taro.navigateTo({ url: `/survey/pages/${page}/index?surveyId=${encodeURIComponent(id)}` })

/** 正在调查: how many have answered, and nothing about who or what. */
export function Running({ survey: { id, households, answered, closesAt }, isOffice }: { survey: Survey; isOffice: boolean }) {
  const now = useNow(15_000)
  const minimumPercent = useRules()?.edition.satisfaction.minimumCoveragePercent
  const isOver = now >= closesAt
  return (
    <>
      <Card><CoverageMeter answered={answered} households={households ?? 0} minimumPercent={minimumPercent} /></Card>
      <Notice words={isOver ? '调查已经结束，几分钟内自动计票，结果会出现在这里。' : `${endWords(closesAt, now)}结束，之后自动计票。结束前谁也看不到答案，也不能改日期、问卷和应调查的户。`} />
      <Card flush>
        {isOffice && !isOver && <Cell icon='house' title='上门答卷' note='没有手机、不会用手机的住户' onPress={() => go('door', id)} />}
        {isOffice && !isOver && <Cell icon='fileText' title='纸质问卷' note='信封登记、两人各录一遍' onPress={() => go('paper', id)} />}
        <Cell icon='eye' title='居民看到的页面' onPress={() => openSurveyResult(id)} />
      </Card>
    </>
  )
}
