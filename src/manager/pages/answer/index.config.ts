export default definePageConfig({ navigationBarTitleText: '处理案卷' })
