import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { CopyButton } from '@/components/CopyButton'
import { Icon } from '@/components/Icon'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { useRead } from '@/services/useAction'
import { ReceiptCheck } from './ReceiptCheck'
import './style.scss'

/** 核对: anybody looks for the own receipt and counts again. Read only where somebody asks for it. */
export function Verify({ surveyId }: { surveyId: string }) {
  const [isOpen, setOpen] = useState(false)
  const query = useRead('readSurveyBundle', { surveyId }, { enabled: isOpen, staleTime: 600_000 })
  return (
    <Section title='核对' note='不用相信谁：您的票在不在、数字对不对，自己查。'>
      {!isOpen && <Button kind='secondary' icon='listChecks' words='核对我的回执和总数' onPress={() => setOpen(true)} />}
      {isOpen && (
        <Loaded query={query} skeletonRows={2}>
          {(bundle) => (
            <>
              <ReceiptCheck surveyId={surveyId} receipts={bundle.receipts} />
              <Card>
                {bundle.checks.map(({ words, ok }) => (
                  <View key={words} className={`verified tone-${ok ? 'good' : 'urgent'}`}><Icon name={ok ? 'circleCheck' : 'circleX'} size='small' /><Text className='verified__words'>{`${ok ? '相符' : '不符'}：${words}`}</Text></View>
                ))}
              </Card>
              <CopyButton icon='download' words='复制全部核对数据' text={() => JSON.stringify(bundle, null, 2)} done='已复制，可以发给会算的人' otherwise='在电脑浏览器里打开本页再复制' />
            </>
          )}
        </Loaded>
      )}
    </Section>
  )
}
