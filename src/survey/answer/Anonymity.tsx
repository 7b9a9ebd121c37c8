import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Fold } from '@/components/Fold'
import { Icon } from '@/components/Icon'
import './style.scss'

const HOW = [
  '“您家答过了”和“答案”分开放在两个箱子里，两边没有任何相同的编号，谁也对不上。',
  '答案那一份里没有房号、姓名、微信，也没有时间；箱子里按随机编号排，不按先后。',
  '系统只知道您家答了没有，这样一户只算一票；不知道您家答了什么。',
  '为防有人替别人刷票，只数数：每五分钟收到几份、一部手机（换成代号）替几户答过、微信判断的风险高低各有几份。这些数和哪一份答卷都连不上。',
  '截止以前可以改，最后一次算数。改答码只有这部手机有。',
  '答完有一个回执。结果公布时所有回执一起公布，您可以看看自己的票在不在。',
  '不到 10 份的，不分项公布；留言要考核办看过、没有个人信息才公布。',
]

/** 匿名: the promise in one sentence, and for who asks, how it is kept. */
export function Anonymity() {
  return (
    <Card>
      <View className='promise'><Icon name='lock' /><Text className='promise__words'>物业、邻居、考核办，谁也看不到您家是怎么答的。</Text></View>
      <Fold title='怎么做到的？'>{HOW.map((words) => <View key={words} className='promise__how'><Text>{`· ${words}`}</Text></View>)}</Fold>
    </Card>
  )
}
