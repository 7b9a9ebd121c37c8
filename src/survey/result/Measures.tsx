import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { PhotoGrid } from '@/components/PhotoGrid'
import { Section } from '@/components/Section'
import { dayOf, endWords } from '@/domainViews/momentWords'
import { openMeasurePhotos } from '@/domainViews/openSurvey'
import { useNow } from '@/services/useNow'
import type { ReadSurvey } from '../answer/ballotProps'
import { AddMeasure } from './AddMeasure'
import './style.scss'

/** 整改落实, under the question it answers; before it, for who manages the estate, the way to add one: what is added comes below the button and moves nothing. */
export function Measures({ read: { survey, questionnaire, measures, photosUnchecked, photos, measuresUntil, mayAddMeasure } }: { read: ReadSurvey }) {
  const now = useNow(60_000)
  const groups = [...questionnaire.questions.map(({ id, text }) => ({ id: id, title: text })), { id: null, title: '总的整改' }]
    .map((group) => ({ ...group, own: measures.filter(({ questionId }) => questionId === group.id) })).filter(({ own }) => own.length > 0)
  const isRunning = measuresUntil !== null && now < measuresUntil
  return (
    <Section title='整改落实' note={isRunning ? `物业在${endWords(measuresUntil, now)}前公布怎么改。` : undefined}>
      {mayAddMeasure && isRunning && <AddMeasure surveyId={survey.id} questions={questionnaire.questions} />}
      {groups.length === 0 && <Card><Empty icon='hammer' title={isRunning ? '物业还没有公布' : '物业没有公布整改情况'} words={isRunning ? '公布后写在这里，谁都能看。' : undefined} /></Card>}
      {groups.map(({ id, title, own }) => (
        <Card key={id ?? ''}>
          <View className='measure__title'><Text>{title}</Text></View>
          {own.map((measure) => (
            <View key={measure.id} className='measure'>
              <View><Text>{measure.text}</Text></View>
              <MeasurePhotos photos={measure.photos} unchecked={measure.photos.filter((photo) => photosUnchecked.includes(photo)).length} />
              <View className='measure__who'><Text>{[dayOf(measure.at, now), measure.who].filter(Boolean).join(' · ')}</Text></View>
            </View>
          ))}
        </Card>
      ))}
      {photos !== null && photos.length > 0 && <Card flush><Cell icon='image' title={`照片 ${photos.length} 张：公开、不公开`} onPress={() => openMeasurePhotos(survey.id)} /></Card>}
    </Section>
  )
}

type MeasurePhotosProps = { photos: readonly string[]; unchecked: number }

function MeasurePhotos({ photos, unchecked }: MeasurePhotosProps) {
  if (photos.length === 0) return null
  return (
    <View className='measure__photos'>
      <PhotoGrid photos={photos} label='整改照片' />
      {unchecked > 0 && <View className='measure__unchecked'><Text>{`${unchecked === photos.length ? '照片' : `其中 ${unchecked} 张`}还没有通过内容安全检查，居民看不到。`}</Text></View>}
    </View>
  )
}
