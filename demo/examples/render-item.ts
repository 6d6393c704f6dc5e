import { html } from 'lit';
import 'tct-widgets/latest-news';

const news = document.querySelector('tct-latest-news')!;

news.renderItem = ({ title, url, date_published: date, _tct }, { locale, isNew, school, now }) => html`
  <a href=${url ?? ''} part="title">${isNew ? `${locale.newBadge}: ` : ''}${title}</a>
  <small part="meta">${[school, date && locale.date(date, _tct?.precision ?? 'minute', now)].filter(Boolean).join(' · ')}</small>
`;
