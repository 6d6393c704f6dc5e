import { createApp } from 'vue';
import NewsList from './news-list.vue';

createApp(NewsList).mount('#app');
