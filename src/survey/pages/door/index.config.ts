export default definePageConfig({ navigationBarTitleText: '上门答卷' })
