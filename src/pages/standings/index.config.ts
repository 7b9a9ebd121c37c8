export default definePageConfig({ navigationBarTitleText: '排名', enableShareAppMessage: true })
