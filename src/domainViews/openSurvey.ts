import Taro from '@tarojs/taro'

const go = (page: string, parameters = '') => void Taro.navigateTo({ url: `/survey/pages/${page}/index${parameters}` })

/** 满意率调查: all of the town, answering one, and what came of one. */
export const openSurveys = (): void => go('list')
export const openBallot = (surveyId: string): void => go('answer', `?surveyId=${encodeURIComponent(surveyId)}`)
export const openSurveyResult = (surveyId: string): void => go('result', `?surveyId=${encodeURIComponent(surveyId)}`)
/** For the office: the photos of 整改落实, to publish them or not. */
export const openMeasurePhotos = (surveyId: string): void => void Taro.navigateTo({ url: `/office/pages/photos/index?surveyId=${encodeURIComponent(surveyId)}` })

type Shown = { readonly id: string; readonly estateId: string; readonly estateName: string; readonly year: number }
const linkTo = (page: string, { id, estateId }: Shown) => `/survey/pages/${page}/index?surveyId=${encodeURIComponent(id)}&at=${encodeURIComponent(estateId)}`
/** 转发 of a survey: while it takes answers one is asked to answer, afterwards to look. Whose household answers stands in no link. */
export const surveyCard = (survey: Shown, isRunning: boolean) =>
  isRunning ? { title: `${survey.estateName}满意率调查：一户一票，匿名作答`, path: linkTo('answer', survey) } : { title: `${survey.estateName}${survey.year}年满意率调查：结果和整改`, path: linkTo('result', survey) }
