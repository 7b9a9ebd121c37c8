import Taro from '@tarojs/taro'

const go = (page: string, parameters = '') => void Taro.navigateTo({ url: `/survey/pages/${page}/index${parameters}` })

/** 满意率调查: all of the town, answering one, and what came of one. */
export const openSurveys = (): void => go('list')
export const openBallot = (surveyId: string): void => go('answer', `?surveyId=${encodeURIComponent(surveyId)}`)
export const openSurveyResult = (surveyId: string): void => go('result', `?surveyId=${encodeURIComponent(surveyId)}`)
/** For the office: the photos of 整改落实, to publish them or not. */
export const openMeasurePhotos = (surveyId: string): void => void Taro.navigateTo({ url: `/office/pages/photos/index?surveyId=${encodeURIComponent(surveyId)}` })
