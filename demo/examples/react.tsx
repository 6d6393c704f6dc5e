import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'tct-widgets/latest-news';
import type {} from 'tct-widgets/react';

function News() {
  const [status, setStatus] = useState('');
  return (
    <>
      <tct-latest-news
        src="../hub/news.json"
        limit={3}
        layout="compact"
        style={{ '--tct-accent': '#00529b' }}
        ontct-load={({ detail }) => setStatus(`Đã đọc ${detail.feed.items.length} tin.`)}
        ontct-error={({ detail }) => setStatus(`Không đọc được ${detail.url}.`)}
      />
      <p role="status">{status}</p>
    </>
  );
}

createRoot(document.getElementById('root')!).render(<News />);
