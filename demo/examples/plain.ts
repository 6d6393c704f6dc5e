import 'tct-widgets/latest-news';

const news = document.querySelector('tct-latest-news')!;
const status = document.querySelector('[role=status]')!;

news.addEventListener('tct-load', ({ detail }) => {
  status.textContent = `Đã đọc ${detail.feed.items.length} tin từ ${detail.url}.`;
});
news.addEventListener('tct-error', ({ detail }) => {
  status.textContent = `Không đọc được ${detail.url}.`;
});
// The page opens the post itself; without this, the link is followed.
news.addEventListener('tct-select', (event) => {
  event.preventDefault();
  status.textContent = `Đã chọn: ${event.detail.item.title ?? ''}`;
});
