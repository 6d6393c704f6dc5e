import { expect } from 'chai';
import { openPage, waitForState } from '../support.ts';

/** Every widget with its default limit and a small one, and the layouts of a different height. */
const TAGS: [tag: string, file: string][] = [
  ['tct-latest-news', 'news'],
  ['tct-latest-news layout="compact"', 'news'],
  ['tct-latest-news layout="cards" limit="3"', 'news'],
  ['tct-document-list', 'documents'],
  ['tct-document-list limit="5"', 'documents'],
  ['tct-weather', 'weather'],
  ['tct-weather layout="compact"', 'weather'],
  ['tct-weather layout="now"', 'weather'],
  ['tct-gallery', 'albums'],
  ['tct-gallery layout="carousel"', 'albums'],
  ['tct-gallery layout="albums"', 'albums'],
];

type LayoutShiftPage = Window & typeof globalThis & { answer: () => void; shift: number };

/** Delays responses until `answer` is called, and sums up layout shifts. */
const HEAD = `<style>body{margin:16px;font:16px/1.5 sans-serif}</style><script>
  var real=fetch,answered=new Promise(function(f){answer=f}),shift=0;
  fetch=function(u,i){return answered.then(function(){return real(u,i)})};
  new PerformanceObserver(function(l){l.getEntries().forEach(function(e){shift+=e.value})}).observe({type:'layout-shift',buffered:true})
</script><script src="/dist/embed/tct.js"></script>`;
const TEXT = `<p>${'Nhà trường tổ chức hội nghị tổng kết năm học và triển khai nhiệm vụ. '.repeat(6)}</p>`;

/** Repeats the items until there are more than a widget shows. */
function many(feed: { items: { id: string; url?: string }[] }): object {
  const items = Array.from({ length: 24 }, (_, index) => {
    const item = feed.items[index % feed.items.length]!;
    return { ...item, id: `${item.id}-${index}`, url: item.url && `${item.url}?${index}` };
  });
  return { ...feed, items };
}

describe('layout shift', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [tag, file] of TAGS)
    for (const [width, height] of [
      [1280, 900],
      [360, 740],
    ])
      it(`<${tag}> moves little when its data arrives late, ${width} px wide`, async function () {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
        const text = await (await fetch(`/test/widgets/${file}.json`)).text();
        const data = JSON.parse(text.replaceAll('"../', `"${location.origin}/test/`));
        const src = URL.createObjectURL(new Blob([JSON.stringify(data.items ? many(data) : data)]));
        const page = (await openPage('', HEAD)) as LayoutShiftPage;
        const frame = page.frameElement as HTMLElement;
        frame.style.cssText = `width:${width}px;height:${height}px`;
        page.document.body.innerHTML = `<h1>Trang</h1>${TEXT}<${tag} src="${src}"></${tag.split(' ')[0]}>${TEXT.repeat(9)}`;
        const painted = async () => {
          for (let frames = 0; frames < 3; frames++) await new Promise(page.requestAnimationFrame);
        };
        const element = page.document.body.children[2]!;
        await waitForState(element, 'loading');
        await painted();
        page.answer();
        await waitForState(element, 'ready', 'stale', 'empty', 'error');
        expect(element.getAttribute('state')).to.equal('ready');
        await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
        await painted();
        expect(element.nextElementSibling!.getBoundingClientRect().top).to.be.above(200);
        expect(page.shift).to.be.at.most(0.1);
        URL.revokeObjectURL(src);
      });
});
